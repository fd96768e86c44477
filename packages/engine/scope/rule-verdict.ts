import { type Choice, type Judged, type Judgement, judgeCells } from './judge-cells.ts'
import type { ScopeSpace } from './scope-space.ts'
import type { PossibleOutcome, RuleVerdict } from './scope-verdict.ts'

/** What the rules say where these choices are left; several answers are told with the dimensions that decide. */
export function ruleVerdict(space: ScopeSpace, choices: readonly Choice[]): RuleVerdict {
  const judged = judgeCells(space, choices)
  if (judged.kind === 'one') return verdictOf(space, judged.judgement)
  return {
    outcome: 'undetermined',
    rule: null,
    clause: null,
    rules: [],
    possible: judged.judgements.map((judgement) => possibleOf(verdictOf(space, judgement))),
    missing: mostDecisive(space, choices, judged).map((index) => space.dimensions[index]?.name ?? ''),
  }
}

function verdictOf(space: ScopeSpace, { kind, rules: numbers }: Judgement): RuleVerdict {
  const rules = numbers.map((number) => space.rules[number]?.id ?? '')
  const rule = space.rules[numbers.at(-1) ?? -1]
  if (kind !== 'decided' || rule === undefined) {
    return { outcome: kind === 'conflict' ? 'conflict' : 'gap', rule: null, clause: null, rules }
  }
  return {
    outcome: rule.then,
    rule: rule.id,
    clause: rule.clause ?? rule.id,
    ...(rule.label !== undefined && { label: rule.label }),
    rules,
    ...(rule.price !== undefined && { price: rule.price }),
    ...(rule.by !== undefined && { by: rule.by }),
    ...(rule.quota !== undefined && { quota: rule.quota }),
  }
}

function possibleOf({ outcome, rule, clause, price, by }: RuleVerdict): PossibleOutcome {
  return {
    outcome: outcome === 'undetermined' ? 'gap' : outcome,
    rule,
    clause,
    ...(price !== undefined && { price }),
    ...(by !== undefined && { by }),
  }
}

/** Answers that are tried to see which question settles most. */
const MOST_TRIALS = 300

/** The decisive dimensions, those first whose answers most often leave nothing to ask. */
function mostDecisive(
  space: ScopeSpace,
  choices: readonly Choice[],
  { decisive }: Extract<Judged, { readonly kind: 'several' }>,
): readonly number[] {
  const trials = decisive.reduce((sum, index) => sum + (choices[index]?.length ?? 0), 0)
  if (decisive.length < 2 || trials > MOST_TRIALS) return decisive
  const settled = new Map(
    decisive.map((index) => {
      const choice = choices[index] ?? []
      const answers = choice === 'undeclared' ? [] : choice
      const ones = answers.filter((answer) => judgeCells(space, choices.with(index, [answer])).kind === 'one')
      return [index, answers.length === 0 ? 0 : ones.length / answers.length]
    }),
  )
  return [...decisive].sort((a, b) => (settled.get(b) ?? 0) - (settled.get(a) ?? 0) || a - b)
}
