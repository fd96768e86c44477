import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { findZone } from '../find-zone.ts'
import { placeOf } from '../place.ts'
import { namedValues } from '../scope-space.ts'
import { isOnsite } from '../visit-of.ts'

type Site = NonNullable<ScopeChapter['sites']>[number]

/** A site where somebody is to come, and nothing says within what time, at what fee, how often. */
export const noTravelRule: LintRule<ScopeChapter> = {
  id: 'SC05',
  severity: 'warning',
  title: localise('Site sans règle de déplacement', 'Site without a travel rule'),
  why: localise(
    'Le premier déplacement sera discuté : sous quel délai, à quel prix, et combien sont compris.',
    'The first visit will be discussed: within what time, at what price, and how many are included.',
  ),
  mend: localise(
    'Déclarez une zone du prestataire avec son délai (onsite: { within: … }), ou dites onsite: false pour ce site.',
    'Declare a zone of the provider with its delay (onsite: { within: … }), or say onsite: false for this site.',
  ),
  find(scope) {
    const someMode = (scope.modes ?? []).some(({ id }) => isOnsite(scope, id))
    return (scope.sites ?? []).flatMap((site, index) => {
      const comes = site.onsite ?? someMode
      if (!comes || hasDelay(scope, site) || hasQuotaOrFee(scope, site)) return []
      return [
        {
          path: ['sites', index],
          message: localise(
            `Site « ${site.label ?? site.id} » : aucune règle de déplacement (délai, prix ou quota).`,
            `Site "${site.label ?? site.id}": no travel rule (delay, fee or quota).`,
          ),
        },
      ]
    })
  },
}

/** A site outside every zone is another rule’s finding. */
function hasDelay({ providerZones = [] }: ScopeChapter, site: Site): boolean {
  const place = placeOf(site)
  if (providerZones.length === 0 || place === undefined) return false
  const found = findZone(providerZones, place)
  switch (found.kind) {
    case 'served':
      return found.zone.onsite?.within !== undefined
    case 'tie':
    case 'unserved':
      return true
    case 'unclear':
      return false
  }
}

function hasQuotaOrFee(scope: ScopeChapter, site: Site): boolean {
  return (scope.rules ?? []).some(
    ({ when, price, quota }) =>
      (price !== undefined || quota !== undefined) &&
      (namedValues(when, 'site')?.includes(site.id) ?? true) &&
      (namedValues(when, 'mode')?.some((mode) => isOnsite(scope, mode)) ?? false),
  )
}
