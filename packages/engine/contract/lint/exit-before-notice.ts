import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { daysBefore, daysBeforeAll } from '../../base/shift-date.ts'
import type { Contract } from '../contract.ts'
import { contractTerms, usualHorizon } from '../deadlines/contract-terms.ts'
import { sayDay } from '../deadlines/say-day.ts'

/** An exit phase, with the time to decide before it, longer than the notice of non-renewal. */
export const exitBeforeNotice: LintRule<Contract> = {
  id: 'RV03',
  severity: 'error',
  title: localise('Préavis plus court que la réversibilité', 'Notice shorter than the exit'),
  why: localise(
    'La phase de réversibilité devrait commencer avant que l’on sache si le contrat s’arrête : elle sera tronquée.',
    'The exit phase should begin before anyone knows whether the contract ends: it will be cut short.',
  ),
  mend: localise(
    'Allongez le préavis (contract.term.notice), ou ouvrez la réversibilité plus tard (exit.opensBeforeEnd).',
    'Lengthen the notice (contract.term.notice), or open the exit later (exit.opensBeforeEnd).',
  ),
  find(contract) {
    const { opensBeforeEnd, decisionTime = 'P0D', clause } = contract.chapters.exit ?? {}
    const notice = contract.term?.notice
    if (opensBeforeEnd === undefined) return []
    for (const { to, next } of contractTerms(contract, usualHorizon(contract))) {
      // Without a notice, an express renewal is agreed at any time.
      if (to === undefined || next === 'none' || (next === 'express' && notice === undefined)) continue
      const told = notice === undefined ? to : daysBefore(to, notice)
      const begins = daysBeforeAll(to, [opensBeforeEnd, decisionTime])
      if (begins >= told) continue
      const [decided, refused] = [sayDay(begins), sayDay(told)]
      return [
        {
          path: ['exit', 'opensBeforeEnd'],
          ...numbered(clause),
          message: localise(
            `Préavis < réversibilité : la sortie se prépare dès le ${decided.fr}, la non-reconduction peut n’être connue que le ${refused.fr}.`,
            `The exit is prepared from ${decided.en} on, yet non-renewal may be known only on ${refused.en}.`,
          ),
        },
      ]
    }
    return []
  },
}
