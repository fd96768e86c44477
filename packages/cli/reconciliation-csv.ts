import { formatInstant, formatMinor, type Language, type PricedAsset, type Reconciliation } from '@vigie/engine'
import { stringify } from 'csv-stringify/sync'
import { fileWords, verdictWords } from './reconciliation-words.ts'
import { inert } from './tickets-csv.ts'

const columns = [
  'verdict',
  'verdictText',
  'asset',
  'assetClass',
  'site',
  'units',
  'covered',
  'billed',
  'monthlyCost',
  'currency',
  'duplicateOf',
  'foundAs',
  'confidence',
  'reasons',
  'evidence',
] as const

/** A row for each asset of the union of all files: its verdict, its cost a month and the rows that say so. */
export function reconciliationCsv({ assets, currency }: Reconciliation, language: Language): string {
  return `${columns.join(',')}\n${stringify(assets.map((asset) => rowOf(asset, currency, language)))}`
}

function rowOf(asset: PricedAsset, currency: string, language: Language): readonly (string | number)[] {
  const first = asset.found[0]
  return [
    asset.verdict,
    verdictWords[asset.verdict][language],
    inert(asset.asset),
    inert(asset.assetClass ?? ''),
    inert(asset.site ?? ''),
    asset.units,
    flag(asset.covered),
    flag(asset.billed),
    asset.cost === null ? '' : formatMinor(asset.cost.minor),
    currency,
    inert(asset.of ?? ''),
    inert(first?.name ?? ''),
    first?.confidence ?? '',
    first?.reasons.map(({ message }) => message[language]).join(', ') ?? '',
    asset.evidence
      .map(({ file, line, event, at }) =>
        [fileWords[file][language], line, event, at === undefined ? undefined : formatInstant(at)]
          .filter((part) => part !== undefined)
          .join(' '),
      )
      .join(' ; '),
  ]
}

function flag(value: boolean | undefined): string {
  return value === undefined ? '' : String(value)
}
