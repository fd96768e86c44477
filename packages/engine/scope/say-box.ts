import { localise } from '../base/localise.ts'
import type { Language, Localised } from '../base/message.ts'
import type { Box } from './box.ts'
import type { Dimension } from './scope-space.ts'

/** What the dimensions and the facts of a question are called before a person. */
export const DIMENSION_WORDS: Readonly<Record<string, Localised>> = {
  assetClass: localise('classe d’équipements', 'asset class'),
  site: localise('site', 'site'),
  profile: localise('profil d’utilisateurs', 'user profile'),
  intervention: localise('type d’intervention', 'type of intervention'),
  mode: localise('mode d’intervention', 'mode'),
  kind: localise('nature du ticket', 'kind of ticket'),
  country: localise('pays', 'country'),
  department: localise('département', 'department'),
  postalCode: localise('code postal', 'postal code'),
  used: localise('part du quota déjà utilisée', 'quota used already'),
  days: localise('nombre de jours', 'days'),
  hours: localise('nombre d’heures', 'hours'),
  amount: localise('montant', 'amount'),
  prerequisitesUnmet: localise('prérequis non remplis', 'prerequisites unmet'),
}

/** All values of a dimension, in one word. */
const ALL: Readonly<Record<string, Localised>> = {
  assetClass: localise('tous les équipements', 'every asset'),
  site: localise('tous les sites', 'every site'),
  profile: localise('tous les profils', 'every profile'),
  intervention: localise('toute intervention', 'every intervention'),
  mode: localise('tous les modes', 'every mode'),
}

/**
 * A box as a person reads it: what it narrows, by labels (`Imprimantes × Siège`); a dimension that has all its values is
 * left out, or told as all but a few where that is shorter. A box of everything is `everything`.
 */
export function sayBox(box: Box, dimensions: readonly Pick<Dimension, 'name' | 'values' | 'labels'>[]): Localised {
  const parts = dimensions.flatMap(({ name, values, labels }): Localised[] => {
    const named = box[name] ?? values
    if (named.length >= values.length) return []
    const label = (value: string) => labels.get(value) ?? value
    const others = values.filter((value) => !named.includes(value))
    if (named.length > 3 && others.length <= 2) {
      const all = ALL[name] ?? localise(`${name} : tout`, `${name}: all`)
      const list = others.map(label).join(', ')
      return [localise(`${all.fr} sauf ${list}`, `${all.en} except ${list}`)]
    }
    const known = Object.hasOwn(ALL, name) ? '' : `${name} = `
    const list = named.map(label)
    return [localise(known + join(list, 'fr'), known + join(list, 'en'))]
  })
  if (parts.length === 0) return localise('tous les cas', 'everything')
  return { fr: parts.map(({ fr }) => fr).join(' × '), en: parts.map(({ en }) => en).join(' × ') }
}

function join(list: readonly string[], language: Language): string {
  if (list.length < 2) return list.join('')
  return `${list.slice(0, -1).join(', ')} ${language === 'fr' ? 'ou' : 'or'} ${list.at(-1)}`
}
