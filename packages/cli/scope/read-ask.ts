import { DIMENSION_WORDS, QUESTION_FACTS, type ScopeQuestion, type ScopeTerms } from '@vigie/engine/scope'
import { CommandFailure } from '../failure.ts'
import { type Choice, pick } from './pick.ts'

/**
 * The words of `--ask` as a question: `assetClass=server,site=hq`. Keys and values in French or English, ids or labels,
 * whatever their case, accents and plural; one that the contract does not know is told with those that it does.
 */
export function readAsk(words: readonly string[], terms: ScopeTerms): ScopeQuestion {
  const question: Record<string, string | readonly string[]> = {}
  for (const pair of words.flatMap(splitPairs)) {
    const [typed, ...rest] = pair.split('=')
    const value = rest.join('=').trim()
    if (typed === undefined || rest.length === 0 || value === '') throw notAPair(pair)
    const key = keyNamed(typed.trim(), terms)
    if (question[key] !== undefined) throw twice(typed.trim())
    question[key] =
      key === 'prerequisitesUnmet'
        ? value.split('+').map((one) => valueNamed(key, one.trim(), terms))
        : valueNamed(key, value, terms)
  }
  return question
}

/** Commas part the pairs; within a value they do not, as no `=` follows before the next comma. */
function splitPairs(text: string): readonly string[] {
  const pairs: string[] = []
  for (const part of text.split(',')) {
    const last = pairs.length - 1
    if (part.includes('=') || last < 0) pairs.push(part.trim())
    else pairs[last] += `,${part}`
  }
  return pairs.filter((pair) => pair !== '')
}

/** What people write for a key. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  assetClass: ['asset', 'class', 'actif', 'équipement', 'classe', 'matériel'],
  site: ['lieu'],
  profile: ['profil', 'utilisateur', 'user'],
  intervention: ['type', 'demande'],
  mode: [],
  kind: ['nature'],
  country: ['pays'],
  department: ['département', 'dept'],
  postalCode: ['code postal', 'cp', 'zip'],
  used: ['déjà', 'consommé', 'utilisé'],
  days: ['jours'],
  hours: ['heures'],
  amount: ['montant'],
  prerequisitesUnmet: ['prérequis', 'unmet', 'non rempli'],
  at: ['date', 'le'],
}

function keyNamed(typed: string, { dimensions }: ScopeTerms): string {
  const known = [...new Set([...Object.keys(DIMENSION_WORDS), ...QUESTION_FACTS.filter((fact) => fact !== 'at')])]
  const choices: Choice[] = [
    ...known.map((id) => ({
      id,
      names: [DIMENSION_WORDS[id]?.fr ?? id, DIMENSION_WORDS[id]?.en ?? id, ...(KEYS[id] ?? [])],
    })),
    ...Object.keys(dimensions ?? {}).map((id) => ({ id, names: [] })),
  ]
  return pick(typed, choices, {
    fr: `--ask : clé inconnue « ${typed} »`,
    en: `--ask: unknown key "${typed}"`,
  })
}

const KINDS: readonly Choice[] = [
  { id: 'incident', names: ['panne'] },
  { id: 'request', names: ['demande'] },
  { id: 'change', names: ['changement'] },
  { id: 'problem', names: ['problème'] },
  { id: 'alert', names: ['alerte'] },
]
const USUAL_MODES: readonly Choice[] = [
  { id: 'remote', names: ['à distance', 'distance'] },
  { id: 'onsite', names: ['sur site', 'sur place'] },
]

function valueNamed(key: string, typed: string, terms: ScopeTerms): string {
  const choices = choicesOf(key, terms)
  if (choices === undefined) return key === 'country' ? typed.toUpperCase() : typed
  return pick(typed, choices, {
    fr: `--ask : ${key} : le contrat ne connaît pas « ${typed} »`,
    en: `--ask: ${key}: the contract does not know "${typed}"`,
  })
}

/** The values that a key takes; `undefined`: any. */
function choicesOf(key: string, terms: ScopeTerms): readonly Choice[] | undefined {
  switch (key) {
    case 'assetClass':
      return declared(terms.assetClasses)
    case 'site':
      return declared(terms.sites)
    case 'profile':
      return declared(terms.profiles)
    case 'intervention':
      return declared(terms.interventions)
    case 'mode':
      return declared(terms.modes) ?? USUAL_MODES
    case 'kind':
      return KINDS
    case 'prerequisitesUnmet':
      return declared(terms.prerequisites) ?? []
    default:
      return declared(terms.dimensions?.[key])
  }
}

/** A dimension without declared values takes any word. */
function declared(values: readonly (string | { readonly id: string; readonly label?: string })[] | undefined) {
  if (values === undefined || values.length === 0) return undefined
  return values.map((value): Choice => {
    if (typeof value === 'string') return { id: value, names: [] }
    const usual = USUAL_MODES.find(({ id }) => id === value.id)?.names ?? []
    return { id: value.id, names: [...(value.label === undefined ? [] : [value.label]), ...usual] }
  })
}

function notAPair(pair: string): CommandFailure {
  return new CommandFailure({
    fr: `--ask : « ${pair} » n’est pas clé=valeur, comme assetClass=server,site=hq`,
    en: `--ask: "${pair}" is not key=value, such as assetClass=server,site=hq`,
  })
}

function twice(key: string): CommandFailure {
  return new CommandFailure({ fr: `--ask : « ${key} » est donné deux fois`, en: `--ask: "${key}" is given twice` })
}
