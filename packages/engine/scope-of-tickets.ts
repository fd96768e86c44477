import { localise } from './base/localise.ts'
import type { Localised } from './base/message.ts'
import type { ScopeStanding, TicketScope } from './commitments/ticket-scope.ts'
import type { Contract } from './contract/contract.ts'
import { COLUMNS, type Column } from './record/event.ts'
import { type CompiledScope, compileScope } from './scope/compile-scope.ts'
import { prerequisitesOf } from './scope/prerequisites-of.ts'
import { OUTCOME_WORDS, sayOutcome } from './scope/say-outcome.ts'
import type { ScopeTerms } from './scope/scope-terms.ts'
import type { PossibleOutcome, RuleVerdict, VerdictOutcome } from './scope/scope-verdict.ts'

/**
 * The scope of a version as its tickets need it; undefined where it states no rule. A ticket is judged by its columns and,
 * where it names no intervention, by the interventions that list its kind.
 */
export function scopeOfTickets(contract: Contract): TicketScope | undefined {
  const scope = compiledScope(contract)
  if (scope === undefined) return undefined
  const { judge, terms } = scope
  const standings = new WeakMap<RuleVerdict, ScopeStanding>()
  return {
    columns: scopeColumns(scope),
    judge: (attributes) => {
      const verdict = judge(attributes)
      let standing = standings.get(verdict)
      if (standing === undefined) {
        standing = standingOf(verdict)
        standings.set(verdict, standing)
      }
      return standing
    },
    prerequisites: (attributes) => prerequisitesOf(terms, attributes).filter(({ by }) => by === 'client'),
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

/** The columns of tickets that the scope asks. */
export function scopeColumns({ space }: CompiledScope): readonly Column[] {
  const named = ['kind', ...space.dimensions.map(({ name }) => name)]
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

function openStanding({ possible = [], missing = [], unknown = [] }: RuleVerdict): ScopeStanding {
  if (unknown.length > 0) {
    const words = unknown.map(({ key, value }) => `${key} = ${value}`).join(', ')
    return { kind: 'open', code: 'scope-undetermined', message: unknownWords(words) }
  }
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

function unknownWords(words: string): Localised {
  return localise(
    `Périmètre : le contrat ne connaît pas ${words}. Le ticket compte.`,
    `Scope: the contract does not know ${words}. The ticket counts.`,
  )
}

function notSaid(missing: string): Localised {
  return localise(
    `Périmètre indécis : le ticket ne dit pas ${missing}. Il compte.`,
    `Scope undecided: the ticket does not say ${missing}. It counts.`,
  )
}
