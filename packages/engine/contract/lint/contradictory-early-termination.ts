import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'

/** Leaving early is called free while fees remain due, in one clause or in two documents. */
export const contradictoryEarlyTermination: LintRule<Contract> = {
  id: 'EV04',
  severity: 'warning',
  title: localise('Sortie anticipée contradictoire', 'Contradictory early exit'),
  why: localise(
    '« Sans pénalité », mais toutes les redevances restantes sont dues : partir coûte autant que rester.',
    '“Without penalty”, yet all remaining fees are due: leaving costs as much as staying.',
  ),
  mend: localise(
    'Écrivez fee: none, ou dites ce que la sortie coûte et retirez la gratuité (free).',
    'Write fee: none, or say what leaving costs and drop its being free.',
  ),
  find({ earlyTermination, documents = [] }) {
    const { fee, clause } = earlyTermination ?? {}
    const free = earlyTermination?.free === true || FREE.test(earlyTermination?.label ?? '')
    const owed = fee !== undefined && fee !== 'none'
    const violations: Violation[] = []
    if (free && owed)
      violations.push({
        path: ['contract', 'earlyTermination', 'fee'],
        ...numbered(clause),
        message: localise(
          'Sortie anticipée contradictoire : annoncée gratuite, elle laisse des sommes dues.',
          'Contradictory early exit: it is called free and leaves sums due.',
        ),
      })
    for (const [index, { id, states }] of documents.entries()) {
      const said = states?.earlyTermination
      const others = documents.slice(0, index).map((document) => document.states?.earlyTermination)
      const contradicts =
        said === 'free'
          ? owed || others.includes('remaining-fees')
          : said === 'remaining-fees' && (free || fee === 'none' || others.includes('free'))
      if (contradicts)
        violations.push({
          path: ['contract', 'documents', index, 'states', 'earlyTermination'],
          message: localise(
            `Sortie anticipée contradictoire : « ${id} » dit le contraire.`,
            `Contradictory early exit: "${id}" says the opposite.`,
          ),
        })
    }
    return violations
  },
}

const FREE = /sans (pénalité|frais|indemnité)|gratuit|\bfree\b|without (penalty|charge|fee)/i
