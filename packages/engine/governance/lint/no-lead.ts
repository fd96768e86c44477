import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { GovernanceChapter } from '../clause-schema.ts'

/** A party without any role, or whose lead (its first role, or one called so) has no deputy. */
export const noLead: LintRule<GovernanceChapter> = {
  id: 'GO02',
  severity: 'error',
  title: localise('Référent absent', 'No lead'),
  why: localise(
    'Une décision urgente attend le retour de congés : chaque partie a besoin d’un référent et d’un suppléant.',
    'An urgent decision waits for somebody to be back: each party needs a lead and a deputy.',
  ),
  mend: localise(
    'Nommez dans governance.roles un référent pour chaque partie, avec son suppléant (deputy).',
    'Name a lead for each party in governance.roles, with a deputy.',
  ),
  find({ roles = [] }) {
    return PARTIES.flatMap(({ party, fr, en }): readonly Violation[] => {
      const own = roles.filter((role) => role.party === party)
      const lead = own.find(({ id }) => /(^|[-_ ])lead$/i.test(id)) ?? own[0]
      if (lead === undefined) {
        return [
          {
            path: ['roles'],
            message: localise(`Référent absent : aucun rôle pour ${fr}.`, `No lead: no role for ${en}.`),
          },
        ]
      }
      if (lead.deputy !== undefined && lead.deputy !== lead.id) return []
      const name = lead.label ?? lead.id
      return [
        {
          path: ['roles', roles.indexOf(lead)],
          message: localise(
            `Suppléant absent : « ${name} », référent pour ${fr}, n’a personne pour le remplacer.`,
            `No deputy: nobody stands in for "${name}", the lead of ${en}.`,
          ),
        },
      ]
    })
  },
}

const PARTIES = [
  { party: 'client', fr: 'le client', en: 'the client' },
  { party: 'provider', fr: 'le prestataire', en: 'the provider' },
] as const
