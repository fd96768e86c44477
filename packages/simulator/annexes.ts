import type { Contract } from '@vigie/engine'

/** What the contract says of the company: its sites, people and machines. */
export type Annexes = {
  readonly sites: readonly string[]
  readonly profiles: readonly string[]
  readonly modes: readonly string[]
  readonly assetClasses: readonly { readonly id: string; readonly quantity: number }[]
  readonly interventions: readonly { readonly id: string; readonly kinds: readonly string[] }[]
  readonly services: readonly Service[]
  readonly controls: readonly Control[]
}

/** A service and its components: those without which it is down, and those that others replace. */
export type Service = { readonly id: string; readonly single: readonly string[]; readonly spare: readonly string[] }

/** A recurring control: the word of its facts, its frequency, and the asset class it is done on. */
export type Control = {
  readonly control: string
  readonly every: string | undefined
  readonly assetClass: string | undefined
}

export function readAnnexes({ chapters: { scope }, commitments }: Contract): Annexes {
  return {
    sites: ids(scope?.sites),
    profiles: ids(scope?.profiles),
    modes: ids(scope?.modes),
    assetClasses: (scope?.assetClasses ?? []).map(({ id, quantity = 1 }) => ({ id, quantity: Math.max(1, quantity) })),
    interventions: (scope?.interventions ?? []).map(({ id, kinds = [] }) => ({ id, kinds })),
    services: (commitments.services ?? []).map(({ id, expression }) => ({ id, ...componentsOf(expression, false) })),
    controls: (commitments.controls ?? []).map(({ control, every, population }) => ({
      control,
      every,
      assetClass: population?.assetClass,
    })),
  }
}

type Expression = NonNullable<Contract['commitments']['services']>[number]['expression']

/** `all` keeps its parts single; `any` and `atLeast` make each of theirs replaceable. */
function componentsOf(expression: Expression, replaceable: boolean): { single: string[]; spare: string[] } {
  if (typeof expression === 'string') {
    return replaceable ? { single: [], spare: [expression] } : { single: [expression], spare: [] }
  }
  const parts =
    'all' in expression
      ? expression.all.map((part) => componentsOf(part, replaceable))
      : ('any' in expression ? expression.any : expression.of).map((part) => componentsOf(part, true))
  return { single: parts.flatMap(({ single }) => single), spare: parts.flatMap(({ spare }) => spare) }
}

function ids(entries: readonly { readonly id: string }[] | undefined): readonly string[] {
  return (entries ?? []).map(({ id }) => id)
}
