import type { Contract } from '@vigie/engine'
import type { Registers } from './clause-types.ts'

/** What kind of thing an id names; ids are unique among their kind. */
export type Kind =
  | 'calendar'
  | 'commitment'
  | 'pause'
  | 'service'
  | 'penalty'
  | 'phase'
  | 'document'
  | 'site'
  | 'zone'
  | 'asset-class'
  | 'intervention'
  | 'profile'
  | 'mode'
  | 'prerequisite'
  | 'rule'
  | 'report'
  | 'kpi'
  | 'role'
  | 'committee'
  | 'escalation'
  | 'exit-data'
  | 'knowledge'
  | 'step'
  | 'fee'
  | 'item'
  | 'limit'
  | 'package'
  | 'applications'
  | 'thirdPartyContracts'
  | 'licences'
  | 'warranties'
  | 'domains'
  | 'certificates'
  | 'data-location'
  | 'subcontractor'
  | 'exit-asset'
  | 'criterion'
  | 'option'
  | 'index'
  | 'surcharge'
  | 'hour-block'
  /** A clause that is alone of its kind: the rules of all penalties, the revision… */
  | 'clause'

/** A thing that the contract names, with its label and the number of its clause. */
export type Named = { readonly kind: Kind; readonly id: string; readonly label?: string; readonly clause?: string }

/** Where each id and each clause number of a contract stands in its document. */
export type Anchors = {
  /** The anchors of a thing: its own first, then that of its clause number where it is the first to carry it. */
  of(kind: Kind, id: string): readonly [string, ...string[]]
  /** The anchor to refer to; undefined where the contract does not declare the thing. */
  to(kind: Kind, id: string): string | undefined
  named(kind: Kind, id: string): Named | undefined
  /** The first thing with a clause number. */
  ofClause(clause: string): string | undefined
}

/** The anchor of a thing is its id where no other thing has it, else `kind:id`; that of a clause is its number. */
export function anchorsOf(contract: Contract): Anchors {
  const things = thingsOf(contract)
  const byKey = new Map(things.map((thing) => [keyOf(thing.kind, thing.id), thing]))
  const uses = new Map<string, number>()
  for (const { id } of byKey.values()) uses.set(id, (uses.get(id) ?? 0) + 1)
  const anchorOf = (kind: Kind, id: string) => (uses.get(id) === 1 ? id : keyOf(kind, id))
  const clauses = new Map<string, string>()
  for (const { kind, id, clause } of byKey.values()) {
    if (clause !== undefined && clause !== id && !uses.has(clause) && !clauses.has(clause))
      clauses.set(clause, keyOf(kind, id))
  }
  const to = (kind: Kind, id: string) => (byKey.has(keyOf(kind, id)) ? anchorOf(kind, id) : undefined)
  return {
    of(kind, id) {
      const clause = byKey.get(keyOf(kind, id))?.clause
      const first = clause !== undefined && clauses.get(clause) === keyOf(kind, id)
      return first ? [anchorOf(kind, id), clause] : [anchorOf(kind, id)]
    },
    to,
    named: (kind, id) => byKey.get(keyOf(kind, id)),
    ofClause: (clause) => (clauses.has(clause) ? clause : undefined),
  }
}

function keyOf(kind: Kind, id: string): string {
  return `${kind}:${id}`
}

type Element = { readonly id: string; readonly label?: string; readonly clause?: string }

function thingsOf(contract: Contract): readonly Named[] {
  const { calendars, commitments, phases, documents, followUp, chapters } = contract
  const { scope, governance, exit, evolution } = chapters
  const pricing = evolution?.pricing
  const things = (kind: Kind, list: readonly Element[] | undefined): readonly Named[] =>
    (list ?? []).map(({ id, label, clause }) => ({
      kind,
      id,
      ...(label === undefined ? {} : { label }),
      ...(clause === undefined ? {} : { clause }),
    }))
  // An amount of the limits has no id: its clause stands for it.
  const limits = [...(pricing?.minimum ?? []), ...(pricing?.maximum ?? [])]
  const single = (id: string, one: { readonly clause?: string } | undefined) =>
    one === undefined ? [] : things('clause', [{ id, ...(one.clause === undefined ? {} : { clause: one.clause }) }])
  return [
    ...things('document', documents),
    ...things('phase', phases),
    ...things('rule', scope?.rules),
    ...single('term', contract.term),
    ...single('earlyTermination', contract.earlyTermination),
    ...things('prerequisite', scope?.prerequisites),
    ...things('site', scope?.sites),
    ...things('zone', scope?.providerZones),
    ...things('asset-class', scope?.assetClasses),
    ...things('data-location', scope?.dataLocations),
    ...things('intervention', scope?.interventions),
    ...things('profile', scope?.profiles),
    ...things('mode', scope?.modes),
    ...things('commitment', commitments.targets),
    ...things('commitment', commitments.controls),
    ...things(
      'pause',
      commitments.clock.pauses.map(({ reason, label, clause }) => ({
        id: reason,
        ...(label === undefined ? {} : { label }),
        ...(clause === undefined ? {} : { clause }),
      })),
    ),
    ...things('service', commitments.services),
    ...things('penalty', commitments.penalties),
    ...single('penaltyRules', commitments.penaltyRules),
    ...single('disputes', commitments.disputes),
    ...things('report', followUp.reports),
    ...things('kpi', followUp.kpis),
    ...things('role', governance?.roles),
    ...things('committee', governance?.committees),
    ...things('escalation', governance?.escalation),
    ...single('personalData', governance?.personalData === 'none' ? undefined : governance?.personalData),
    ...single('security', governance?.security),
    ...single('audit', governance?.audit),
    ...things(
      'subcontractor',
      (governance?.subcontractors ?? []).map(({ id, name }) => ({ id, label: name })),
    ),
    ...single('exit', exit),
    ...single('cloud', exit?.cloud),
    ...things('exit-asset', exit?.assets),
    ...things('criterion', exit?.acceptance),
    ...things('exit-data', exit?.data),
    ...things('knowledge', exit?.knowledge),
    ...things('step', exit?.schedule),
    ...things(
      'fee',
      Object.keys(pricing?.fees ?? {}).map((id) => ({ id })),
    ),
    ...things('item', pricing?.items),
    ...things(
      'item',
      (pricing?.packages ?? []).flatMap(({ items }) => items.filter((item) => typeof item !== 'string')),
    ),
    ...things('package', pricing?.packages),
    ...single('revision', pricing?.revision),
    ...single('reprice', pricing?.reprice),
    ...single('proration', pricing?.proration),
    ...single('payment', pricing?.payment),
    ...single('change', evolution?.change),
    ...things('index', pricing?.indices),
    ...things(
      'limit',
      limits.flatMap(({ clause }) => (clause === undefined ? [] : [{ id: `limit-${clause}`, clause }])),
    ),
    ...things('surcharge', pricing?.surcharges),
    ...things('hour-block', pricing?.hourBlocks),
    ...things('option', evolution?.options),
    ...registersOf(scope?.registers),
    ...Object.entries(calendars).map(
      ([id, { label }]): Named => ({ kind: 'calendar', id, ...(label === undefined ? {} : { label }) }),
    ),
  ]
}

/** Ids are unique within each register, which is their kind. */
function registersOf(registers: Registers | undefined): readonly Named[] {
  return Object.entries(registers ?? {}).flatMap(([kind, list]) =>
    (list ?? []).map(
      (one): Named => ({
        kind: kind as keyof Registers,
        id: one.id,
        ...('label' in one && one.label !== undefined ? { label: one.label } : {}),
      }),
    ),
  )
}
