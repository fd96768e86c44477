import { localise } from './base/localise.ts'
import type { Localised } from './base/message.ts'
import type { ScopeStanding, TicketScope } from './commitments/ticket-scope.ts'
import type { Contract } from './contract/contract.ts'
import { COLUMNS, type Column } from './record/event.ts'
import type { Attributes } from './record/ticket.ts'
import { type CompiledScope, compileScope } from './scope/compile-scope.ts'
import { prerequisitesOf } from './scope/prerequisites-of.ts'
import { OUTCOME_WORDS, sayOutcome } from './scope/say-outcome.ts'
import type { CellCoordinates } from './scope/scope-question.ts'
import type { ScopeTerms } from './scope/scope-terms.ts'
import type { PossibleOutcome, RuleVerdict, VerdictOutcome } from './scope/scope-verdict.ts'

/**
 * The scope of a version as its tickets need it; undefined where it states no rule. A ticket is judged by its columns and,
 * where it names no intervention, by the interventions that list its kind.
 */
export function scopeOfTickets(contract: Contract): TicketScope | undefined {
  const scope = compiledScope(contract)
  if (scope === undefined) return undefined
  const { terms } = scope
  const cellOf = ticketCells(scope)
  const standings = new WeakMap<RuleVerdict, ScopeStanding>()
  // One ticket asks once for each of its clocks.
  let last: { readonly attributes: Attributes; readonly standing: ScopeStanding } | undefined
  const judge = (attributes: Attributes): ScopeStanding => {
    const cell = cellOf(attributes)
    if ('undeclared' in cell) return undeclared(cell.undeclared)
    const verdict = scope.judge(cell.cell)
    const standing = standings.get(verdict) ?? standingOf(verdict)
    standings.set(verdict, standing)
    return standing
  }
  return {
    columns: scopeColumns(scope),
    judge: (attributes) => {
      if (last?.attributes !== attributes) last = { attributes, standing: judge(attributes) }
      return last.standing
    },
    prerequisites: (attributes) => prerequisitesOf(terms, attributes).filter(({ by }) => by === 'client'),
  }
}

type TicketCell = { readonly cell: CellCoordinates } | { readonly undeclared: string }

/**
 * The cell of a ticket, in the dimensions that some rule names: the others change no verdict, whatever words a log has for
 * them. `undeclared`: a dimension whose word the contract does not declare.
 */
export function ticketCells({ space, terms }: CompiledScope): (attributes: Attributes) => TicketCell {
  const named = new Set((terms.rules ?? []).flatMap(({ when }) => Object.keys(when ?? {})))
  const asked = space.dimensions.flatMap(({ name, classOf }) => {
    const column = COLUMNS.find((one) => one === name)
    return column !== undefined && named.has(name) ? [{ column, classOf }] : []
  })
  return (attributes) => {
    const cell: Record<string, string> = {}
    for (const { column, classOf } of asked) {
      const value = attributes[column]
      if (value === undefined) continue
      if (!classOf.has(value)) return { undeclared: column }
      cell[column] = value
    }
    if (attributes.kind !== undefined) cell.kind = attributes.kind
    return { cell }
  }
}

/** The scope of a version, compiled once; undefined where it states no rule. */
export function compiledScope(contract: Contract): CompiledScope | undefined {
  const terms = contract.chapters.scope as ScopeTerms | undefined
  if (terms?.rules === undefined || terms.rules.length === 0) return undefined
  const known = compiled.get(contract)
  if (known !== undefined) return known
  const scope = compileScope(terms)
  compiled.set(contract, scope)
  return scope
}

const compiled = new WeakMap<Contract, CompiledScope>()

/** The columns of tickets that rules or prerequisites ask; the kind stands for the intervention. */
export function scopeColumns({ terms }: CompiledScope): readonly Column[] {
  const boxes = [...(terms.rules ?? []), ...(terms.prerequisites ?? [])].map(({ when }) => when ?? {})
  const named = ['kind', ...boxes.flatMap((when) => Object.keys(when))]
  return COLUMNS.filter((column) => named.includes(column))
}

const IN: ScopeStanding = { kind: 'in' }

/** What is on demand is owed once it is ordered, so it counts; what is not decided counts too, and is said. */
function standingOf(verdict: RuleVerdict): ScopeStanding {
  switch (verdict.outcome) {
    case 'included':
    case 'on-demand':
      return IN
    case 'excluded':
    case 'client':
    case 'third-party':
      return { kind: 'out', code: 'out-of-scope', message: outOfScope([verdict]) }
    case 'gap':
      return { kind: 'open', code: 'scope-gap', message: GAP }
    case 'conflict':
      return { kind: 'open', code: 'scope-conflict', message: conflict(verdict) }
    case 'undetermined':
      return openStanding(verdict)
  }
}

function openStanding({ possible = [], missing = [] }: RuleVerdict): ScopeStanding {
  const isOut = ({ outcome }: PossibleOutcome) => OUT.includes(outcome)
  if (possible.every(isOut)) return { kind: 'out', code: 'out-of-scope', message: outOfScope(possible) }
  // What a ticket leaves out changes nothing where no answer would put it out of scope.
  if (!possible.some((one) => isOut(one) || one.outcome === 'gap' || one.outcome === 'conflict')) return IN
  return { kind: 'open', code: 'scope-undetermined', message: notSaid(missing.join(', ')) }
}

const OUT: readonly string[] = ['excluded', 'client', 'third-party']

type Answer = { readonly outcome: VerdictOutcome; readonly clause: string | null; readonly by?: string }

function outOfScope(answers: readonly Answer[]): Localised {
  const said = answers.map(({ outcome, clause, by }) => {
    const words = sayOutcome({ outcome, ...(by !== undefined && { by }) })
    return localise(`${words.fr} (clause ${clause ?? '?'})`, `${words.en} (clause ${clause ?? '?'})`)
  })
  const texts = (language: 'fr' | 'en') => [...new Set(said.map((one) => one[language]))].join(' ; ')
  return localise(`Hors périmètre : ${texts('fr')}.`, `Out of scope: ${texts('en')}.`)
}

const GAP = localise(
  `Périmètre : ${OUTCOME_WORDS.gap.fr}. Le ticket compte.`,
  `Scope: ${OUTCOME_WORDS.gap.en}. The ticket counts.`,
)

function conflict({ rules }: RuleVerdict): Localised {
  const names = rules.join(', ')
  return localise(
    `Périmètre : ${OUTCOME_WORDS.conflict.fr} (${names}). Le ticket compte.`,
    `Scope: ${OUTCOME_WORDS.conflict.en} (${names}). The ticket counts.`,
  )
}

/** One sentence for all the words of a dimension: a log may have thousands. */
function undeclared(dimension: string): ScopeStanding {
  let standing = undeclaredStandings.get(dimension)
  if (standing === undefined) {
    const message = localise(
      `Périmètre : le contrat ne déclare pas la valeur de ${dimension} que le ticket porte. Le ticket compte.`,
      `Scope: the contract does not declare the value of ${dimension} that the ticket bears. The ticket counts.`,
    )
    standing = { kind: 'open', code: 'scope-undetermined', message }
    undeclaredStandings.set(dimension, standing)
  }
  return standing
}

const undeclaredStandings = new Map<string, ScopeStanding>()

function notSaid(missing: string): Localised {
  return localise(
    `Périmètre indécis : le ticket ne dit pas ${missing}. Il compte.`,
    `Scope undecided: the ticket does not say ${missing}. It counts.`,
  )
}
