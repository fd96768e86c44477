import type { Localised } from '../../base/message.ts'
import type { GovernanceChapter } from '../../governance/clause-schema.ts'

type Processing = Exclude<NonNullable<GovernanceChapter['personalData']>, 'none'>
type Dora = NonNullable<GovernanceChapter['dora']>

/** What a law asks a contract to say, by the key that says it. */
type Item<Key> = { readonly key: Key; readonly article: string } & Localised

/** Regulation (EU) 2016/679 (GDPR), article 28(3): the subject of the processing, then its points (a) to (h). */
export const GDPR_ITEMS: readonly Item<keyof Processing>[] = [
  { key: 'purposes', article: '28(3)', fr: 'finalités', en: 'purposes' },
  { key: 'categories', article: '28(3)', fr: 'catégories de données', en: 'categories of data' },
  { key: 'people', article: '28(3)', fr: 'personnes concernées', en: 'persons concerned' },
  { key: 'instructions', article: '28(3)(a)', fr: 'instructions documentées', en: 'documented instructions' },
  { key: 'confidentiality', article: '28(3)(b)', fr: 'confidentialité', en: 'confidentiality' },
  { key: 'security', article: '28(3)(c)', fr: 'sécurité', en: 'security' },
  { key: 'subProcessors', article: '28(3)(d)', fr: 'sous-traitants ultérieurs', en: 'other processors' },
  { key: 'dataSubjects', article: '28(3)(e)', fr: 'droits des personnes', en: 'rights of persons' },
  { key: 'assistance', article: '28(3)(f)', fr: 'aide à la conformité', en: 'help with compliance' },
  { key: 'returnOrErase', article: '28(3)(g)', fr: 'restitution ou effacement', en: 'return or erasure' },
  { key: 'audit', article: '28(3)(h)', fr: 'audit', en: 'audit' },
]

/** Regulation (EU) 2022/2554 (DORA), article 30: (2) every contract, (3) those for a critical or important function. */
export const DORA_ITEMS: readonly Item<keyof Dora>[] = [
  { key: 'services', article: '30(2)(a)', fr: 'services et sous-traitance', en: 'services and subcontracting' },
  { key: 'locations', article: '30(2)(b)', fr: 'lieux', en: 'locations' },
  { key: 'dataProtection', article: '30(2)(c)', fr: 'protection des données', en: 'data protection' },
  {
    key: 'dataAccess',
    article: '30(2)(d)',
    fr: 'accès et restitution des données',
    en: 'access to and return of data',
  },
  { key: 'serviceLevels', article: '30(2)(e)', fr: 'niveaux de service', en: 'service levels' },
  { key: 'incidentAssistance', article: '30(2)(f)', fr: 'assistance en cas d’incident', en: 'help in an incident' },
  { key: 'authorities', article: '30(2)(g)', fr: 'coopération avec les autorités', en: 'cooperation with authorities' },
  { key: 'termination', article: '30(2)(h)', fr: 'résiliation et préavis', en: 'termination and notice' },
  { key: 'training', article: '30(2)(i)', fr: 'formation à la sécurité', en: 'security training' },
  { key: 'targets', article: '30(3)(a)', fr: 'cibles chiffrées', en: 'quantitative targets' },
  { key: 'reporting', article: '30(3)(b)', fr: 'notifications et comptes rendus', en: 'notices and reporting' },
  { key: 'continuity', article: '30(3)(c)', fr: 'continuité testée', en: 'tested continuity' },
  { key: 'penetrationTests', article: '30(3)(d)', fr: 'tests d’intrusion', en: 'penetration tests' },
  { key: 'audit', article: '30(3)(e)', fr: 'droit d’audit', en: 'right to audit' },
  { key: 'exit', article: '30(3)(f)', fr: 'période de transition', en: 'transition period' },
]

/** The items that are not said: unset, or set to false. */
export function missingItems<Key extends string>(
  items: readonly Item<Key>[],
  said: { readonly [K in Key]?: unknown } | undefined,
): readonly Item<Key>[] {
  return items.filter(({ key }) => said?.[key] === undefined || said[key] === false)
}

/** `instructions documentées (28(3)(a)), audit (28(3)(h))`. */
export function sayItems(items: readonly Item<string>[], language: 'fr' | 'en'): string {
  return items.map((item) => `${item[language]} (${item.article})`).join(', ')
}
