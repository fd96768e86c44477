import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { namedValues } from '../scope-space.ts'

/** A user profile of which neither an entitlement nor a rule says what it may ask for. */
export const profileWithoutEntitlement: LintRule<ScopeChapter> = {
  id: 'SC09',
  severity: 'warning',
  title: localise('Profil sans droit d’appel', 'Profile without an entitlement'),
  why: localise(
    'Personne ne sait si ces utilisateurs peuvent appeler, par quel canal et à quelles heures : le centre de services refusera ou débordera.',
    'Nobody knows whether these users may call, by which channel and at what hours: the desk will refuse them or be flooded.',
  ),
  mend: localise(
    'Écrivez entitlement: { interventions: […], channels: […], calendar: … } sur ce profil.',
    'Write entitlement: { interventions: […], channels: […], calendar: … } on this profile.',
  ),
  find({ profiles = [], rules = [] }) {
    return profiles.flatMap(({ id, label, entitlement }, index) => {
      const ruled = rules.some(({ when }) => namedValues(when, 'profile')?.includes(id) ?? false)
      if (entitlement !== undefined || ruled) return []
      return [
        {
          path: ['profiles', index],
          message: localise(
            `Profil « ${label ?? id} » sans droit d’appel défini.`,
            `Profile "${label ?? id}" without a stated right to call.`,
          ),
        },
      ]
    })
  },
}
