import type { JsonValue } from '../assessment-json.ts'
import { formatInstant } from '../base/instant.ts'
import type { Language } from '../base/message.ts'
import { formatMinor, type Money } from '../base/money.ts'
import { formatPercent, formatRatio, ratioOf } from '../base/ratio.ts'
import type { FoundIn } from '../scope/reconciliation/asset-verdict.ts'
import type { Evidence } from '../scope/reconciliation/sighting.ts'
import type { PricedAsset, PricedFinding } from './price-reconciliation.ts'
import type { QuantityLine } from './quantity-line.ts'
import type { Reconciliation } from './reconcile-inventory.ts'
import type { InventoryCoverage } from './undecided-assets.ts'

/** A reconciliation as `vigie inventory --json` writes it: instants ISO 8601 UTC with ms, amounts decimal strings a month. */
export function reconciliationJson(found: Reconciliation, language: Language): { readonly [key: string]: JsonValue } {
  return {
    at: formatInstant(found.at),
    contract: { id: found.contract.id, version: found.contract.version },
    currency: found.currency,
    month: found.month ?? null,
    counts: { ...found.counts },
    totals: Object.fromEntries(Object.entries(found.totals).map(([name, amount]) => [name, formatMinor(amount.minor)])),
    findings: found.findings.map(findingJson),
    quantities: found.quantities.map((line) => lineJson(line, language)),
    coverage: coverageJson(found.coverage),
    proposed: found.proposed.map(({ asset, ...match }) => ({ asset, ...foundJson(match, language) })),
    assets: found.assets.map((asset) => assetJson(asset, language)),
  }
}

function coverageJson({ units, decided, undecided }: InventoryCoverage): JsonValue {
  const share = units === 0 ? null : formatPercent(ratioOf(BigInt(decided), BigInt(units)), 2)
  return {
    units,
    decided,
    percent: share,
    undecided: undecided.map((one) => ({ ...one, open: [...one.open], assets: [...one.assets] })),
  }
}

function findingJson({ verdict, level, assetClass, items, units, cost, withinBand, assets }: PricedFinding): JsonValue {
  return {
    verdict,
    level,
    assetClass: assetClass ?? null,
    items: [...items],
    units,
    monthlyCost: amountOf(cost),
    ...(withinBand === undefined ? {} : { withinBand }),
    assets: [...assets],
  }
}

function lineJson(line: QuantityLine, language: Language): { readonly [key: string]: JsonValue } {
  const { drift, measured } = line
  return {
    classes: [...line.classes],
    label: line.label,
    item: line.item ?? null,
    main: line.main,
    contract: line.contract ?? null,
    stated: line.stated.map((one) => ({ ...one })),
    statedElsewhere: line.statedElsewhere.map((one) => ({ ...one })),
    field: line.field,
    measured: measured ? { ...measured } : null,
    billed: line.billed ?? null,
    billedAmount: amountOf(line.billedAmount),
    pricedAmount: amountOf(line.pricedAmount),
    drift: drift
      ? {
          difference: drift.difference,
          tolerated: formatRatio(drift.tolerated, 2),
          within: drift.within,
          step: drift.step,
          due: drift.due,
          monthlyCost: amountOf(drift.monthlyCost),
          message: drift.message[language],
        }
      : null,
  }
}

function assetJson(asset: PricedAsset, language: Language): { readonly [key: string]: JsonValue } {
  const { verdict, units, covered, billed, seen, billedUnits, of, cost, found, evidence } = asset
  return {
    asset: asset.asset,
    verdict,
    assetClass: asset.assetClass ?? null,
    site: asset.site ?? null,
    units,
    covered: covered ?? null,
    billed: billed ?? null,
    ...(seen === undefined ? {} : { seen }),
    ...(billedUnits === undefined ? {} : { billedUnits }),
    ...(of === undefined ? {} : { of }),
    monthlyCost: amountOf(cost),
    found: found.map((one) => foundJson(one, language)),
    evidence: evidence.map(evidenceJson),
  }
}

function foundJson({ file, name, confidence, reasons }: FoundIn, language: Language) {
  return {
    file,
    name,
    confidence,
    reasons: reasons.map(({ code, points, message }) => ({ code, points, message: message[language] })),
  }
}

function evidenceJson({ at, ...rest }: Evidence): JsonValue {
  return { ...rest, ...(at === undefined ? {} : { at: formatInstant(at) }) }
}

function amountOf(amount: Money | null | undefined): string | null {
  return amount ? formatMinor(amount.minor) : null
}
