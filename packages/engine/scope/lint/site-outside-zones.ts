import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { unservedSites } from '../visit-of.ts'

/** A site where somebody is meant to come, in no zone of the provider. */
export const siteOutsideZones: LintRule<ScopeChapter> = {
  id: 'SC11',
  severity: 'warning',
  title: localise('Site hors couverture géographique', 'Site outside the provider’s zones'),
  why: localise(
    'Le contrat promet un déplacement là où le prestataire n’a ni équipe, ni délai, ni prix.',
    'The contract promises a visit where the provider has no team, no delay and no price.',
  ),
  mend: localise(
    'Ajoutez une zone qui contient ce site, ou dites onsite: false pour ce site.',
    'Add a zone that holds this site, or say onsite: false for this site.',
  ),
  find(scope) {
    const unserved = new Set(unservedSites(scope))
    return (scope.sites ?? []).flatMap(({ id, label }, index) => {
      if (!unserved.has(id)) return []
      return [
        {
          path: ['sites', index],
          message: localise(
            `Site « ${label ?? id} » hors de toutes les zones du prestataire.`,
            `Site "${label ?? id}" is outside every zone of the provider.`,
          ),
        },
      ]
    })
  },
}
