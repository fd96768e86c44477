import { formatDate, formatInteger, formatMoney, formatMonth, formatStamp } from '@vigie/documents'
import {
  formatMinor,
  type Language,
  type PricedAsset,
  type PricedFinding,
  type QuantityLine,
  type Reconciliation,
} from '@vigie/engine'
import { columns } from './columns.ts'
import { eventWords, fileWords, verdictWords } from './reconciliation-words.ts'

export type ReconciliationView = {
  readonly language: Language
  readonly timeZone: string
  readonly withInvoice: boolean
}

const words = {
  fr: {
    quantities: [
      'classe',
      'article',
      'au contrat',
      'sur le terrain',
      'facturé',
      'montant facturé',
      'selon le bordereau',
    ],
    findings: ['écart', 'classe', 'unités', 'par mois', 'ce qui le montre'],
    money: ['par mois, hors taxes', ''],
    overbilled: 'facturé à tort',
    unbilled: 'oublié sur la facture',
    uncovered: 'à couvrir',
    gone: 'à retirer du contrat',
    tolerated: 'dont toléré par la règle de dérive',
    regularisation: 'régularisation due par la règle de dérive',
    drift: 'Dérive du parc',
    details: 'Équipement par équipement',
    proposed: 'À décider : peut-être le même équipement',
    none: 'Aucun écart.',
    withinBand: 'dans la tolérance, rien ne change',
    unnamed: 'quantités seules',
    noInvoice: 'Sans facture (--invoice), ce qui est facturé n’est pas comparé.',
    confidence: 'confiance',
    colon: ' :',
    line: 'ligne',
    unseen: (count: number) => `À l’inventaire, et pas vus par l’autre outil : ${count}`,
    gap: 'travaux sans règle',
    conflict: 'règles contradictoires',
    open: (decided: number, units: number) =>
      `Périmètre : ${decided} unités sur ${units} entièrement décidées ; pour les autres (vigie scope dit lesquels) :`,
    more: (count: number) => `… et ${count} autres (--out les écrit tous)`,
  },
  en: {
    quantities: ['class', 'item', 'in contract', 'in field', 'billed', 'amount billed', 'by the price book'],
    findings: ['difference', 'class', 'units', 'a month', 'what shows it'],
    money: ['a month, before tax', ''],
    overbilled: 'billed wrongly',
    unbilled: 'missing on the invoice',
    uncovered: 'to be covered',
    gone: 'to be taken out of the contract',
    tolerated: 'of which tolerated by the drift rule',
    regularisation: 'adjustment due by the drift rule',
    drift: 'Drift of quantities',
    details: 'Asset by asset',
    proposed: 'To be decided: perhaps the same asset',
    none: 'No difference.',
    withinBand: 'within the tolerance, nothing changes',
    unnamed: 'quantities alone',
    noInvoice: 'Without an invoice (--invoice), what is billed is not compared.',
    confidence: 'confidence',
    colon: ':',
    line: 'line',
    unseen: (count: number) => `In the inventory, and not seen by the other tool: ${count}`,
    gap: 'work without a rule',
    conflict: 'contradicting rules',
    open: (decided: number, units: number) =>
      `Scope: ${decided} units of ${units} wholly decided; for the others (vigie scope says which):`,
    more: (count: number) => `… and ${count} more (--out writes them all)`,
  },
} as const

const shownAssets = 40
const shownNames = 12

/** Counts, quantities, findings in money, then the assets one by one with the rows that say so. */
export function showReconciliation(found: Reconciliation, view: ReconciliationView): string {
  const { language, withInvoice } = view
  const say = words[language]
  const different = found.assets.filter(({ verdict }) => verdict !== 'agreed')
  const unseen = found.assets.flatMap(({ asset, seen }) => (seen === false ? [asset] : []))
  const drifts = found.quantities.flatMap(({ label, drift }) =>
    drift ? [`  ${label}${say.colon} ${drift.message[language]}`] : [],
  )
  const sections = [
    headline(found, view),
    columns([say.quantities, ...found.quantities.map((line) => quantityRow(line, found.currency, language))]),
    ...(found.findings.length === 0
      ? [say.none]
      : [columns([say.findings, ...found.findings.map((one) => findingRow(one, found.currency, language))])]),
    ...(found.findings.length === 0 && drifts.length === 0 ? [] : [columns(totalRows(found, language))]),
    ...(drifts.length === 0 ? [] : [`${say.drift}\n${drifts.join('\n')}`]),
    ...(different.length === 0 ? [] : [`${say.details}\n${details(different, found.currency, view)}`]),
    ...(found.coverage.undecided.length === 0 ? [] : [openWork(found, language)]),
    ...(unseen.length === 0
      ? []
      : [
          `${say.unseen(unseen.length)}\n  ${unseen.slice(0, shownNames).join(', ')}${unseen.length > shownNames ? ', …' : ''}`,
        ]),
    ...(found.proposed.length === 0 ? [] : [`${say.proposed}\n${proposals(found, language)}`]),
    ...(withInvoice ? [] : [say.noInvoice]),
  ]
  return `${sections.join('\n\n')}\n`
}

function headline(
  { at, counts, month }: Reconciliation,
  { language, timeZone, withInvoice }: ReconciliationView,
): string {
  const different = Object.entries(counts).reduce((sum, [kind, count]) => (kind === 'agreed' ? sum : sum + count), 0)
  const all = different + counts.agreed
  const stamp = formatStamp(at, timeZone, language)
  const invoiced = month === undefined ? undefined : formatMonth(month, language)
  if (language === 'fr') {
    const invoice =
      invoiced === undefined
        ? withInvoice
          ? ', aucune facture jusque-là'
          : ''
        : `, facture ${/^[ao]/.test(invoiced) ? 'd’' : 'de '}${invoiced}`
    return `${stamp}${invoice} : ${all} équipements, ${counts.agreed} conformes, ${different} à voir`
  }
  const invoice = invoiced === undefined ? (withInvoice ? ', no invoice so far' : '') : `, invoice of ${invoiced}`
  return `${stamp}${invoice}: ${all} assets, ${counts.agreed} as agreed, ${different} to look at`
}

function quantityRow(line: QuantityLine, currency: string, language: Language): readonly string[] {
  const number = (value: number | undefined) => (value === undefined ? '–' : formatInteger(value, language))
  const dated = line.stated.length === 1 ? line.stated[0]?.asOf : undefined
  const money = (amount: { readonly minor: bigint } | undefined) =>
    amount === undefined ? '–' : formatMoney(formatMinor(amount.minor), currency, language)
  return [
    line.label,
    line.item ?? '–',
    `${number(line.contract)}${dated === undefined ? '' : ` (${formatDate(dated, language)})`}`,
    number(line.field),
    number(line.billed),
    money(line.billedAmount),
    money(line.pricedAmount),
  ]
}

function findingRow(one: PricedFinding, currency: string, language: Language): readonly string[] {
  const say = words[language]
  const names = one.assets.slice(0, 3).join(', ')
  const more = one.assets.length > 3 ? ', …' : ''
  const shown = one.level === 'quantity' ? say.unnamed : `${names}${more}`
  return [
    verdictWords[one.verdict][language],
    one.assetClass ?? '–',
    formatInteger(one.units, language),
    one.cost === null ? '–' : formatMoney(formatMinor(one.cost.minor), currency, language),
    one.withinBand === true ? `${shown} (${say.withinBand})` : shown,
  ]
}

function totalRows({ totals, currency }: Reconciliation, language: Language): readonly (readonly string[])[] {
  const say = words[language]
  const rows = ['overbilled', 'unbilled', 'uncovered', 'gone', 'tolerated', 'regularisation'] as const
  return [
    say.money,
    ...rows.map((name) => [say[name], formatMoney(formatMinor(totals[name].minor), currency, language)]),
  ]
}

function details(assets: readonly PricedAsset[], currency: string, { language, timeZone }: ReconciliationView): string {
  const rows = assets
    .slice(0, shownAssets)
    .map((asset) => [
      asset.asset,
      verdictWords[asset.verdict][language],
      asset.cost === null ? '–' : formatMoney(formatMinor(asset.cost.minor), currency, language),
      [...evidenceTexts(asset, timeZone, language), ...matchTexts(asset, language)].join(' ; '),
    ])
  const more = assets.length - rows.length
  return [columns(rows), ...(more > 0 ? [`  ${words[language].more(more)}`] : [])].join('\n')
}

function evidenceTexts({ evidence }: PricedAsset, timeZone: string, language: Language): readonly string[] {
  return evidence.map(({ file, line, event, at, month }) => {
    const what = event === undefined ? '' : ` ${eventWords[event]?.[language] ?? event}`
    const when = at === undefined ? (month === undefined ? '' : ` ${month}`) : ` ${formatStamp(at, timeZone, language)}`
    return `${fileWords[file][language]} ${words[language].line} ${line}${what}${when}`
  })
}

function matchTexts({ found, of, asset }: PricedAsset, language: Language): readonly string[] {
  const say = words[language]
  return found.flatMap(({ name, confidence, reasons }) =>
    of === undefined && name === asset
      ? []
      : [
          `= ${name} (${say.confidence} ${confidence}${say.colon} ${reasons.map(({ message }) => message[language]).join(', ')})`,
        ],
  )
}

/** Assets about which the scope leaves some work open. */
function openWork({ coverage: { units, decided, undecided } }: Reconciliation, language: Language): string {
  const say = words[language]
  const rows = undecided.map(({ assetClass, site, profile, open, units: own, assets }) => [
    [assetClass, site, profile].filter((part) => part !== undefined).join(', '),
    formatInteger(own, language),
    open.map((one) => say[one]).join(', '),
    `${assets.slice(0, 3).join(', ')}${assets.length > 3 ? ', …' : ''}`,
  ])
  return `${say.open(decided, units)}\n${columns(rows)}`
}

function proposals({ proposed }: Reconciliation, language: Language): string {
  const rows = proposed.map(({ asset, file, name, confidence, reasons }) => [
    asset,
    `${name} (${fileWords[file][language]})`,
    String(confidence),
    reasons.map(({ message }) => message[language]).join(', '),
  ])
  return columns(rows)
}
