import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import type { Draft } from './draft-verdict.ts'
import { DIMENSION_WORDS } from './say-box.ts'
import { sayDelay } from './say-delay.ts'
import { OUTCOME_WORDS, sayOutcome } from './say-outcome.ts'
import type { ScopeQuestion } from './scope-question.ts'
import type { ScopeSpace } from './scope-space.ts'

/** Why: the rule, the quota, the threshold, the visit, the prerequisites, what is still to be told. */
export function sayVerdict(
  space: ScopeSpace,
  draft: Draft,
  question: ScopeQuestion,
  nameOf: (id: string) => string,
): readonly Localised[] {
  return [
    ...sayUnknown(draft),
    ...sayRule(space, draft, nameOf),
    ...sayThreshold(draft),
    ...sayQuota(draft, nameOf),
    ...sayVisit(draft, question, nameOf),
    ...sayPrerequisites(draft, question, nameOf),
    ...sayMissing(space, draft),
  ]
}

function sayUnknown({ unknown }: Draft): readonly Localised[] {
  return (unknown ?? []).map(({ key, value, known }) => {
    const list = known.slice(0, 40).join(', ')
    const among = { fr: list && ` (connus : ${list})`, en: list && ` (known: ${list})` }
    return localise(
      `Le contrat ne connaît pas ${key} = « ${value} »${among.fr}.`,
      `The contract does not know ${key} = "${value}"${among.en}.`,
    )
  })
}

function sayRule({ rules: all }: ScopeSpace, draft: Draft, nameOf: (id: string) => string): readonly Localised[] {
  const { rule, clause, label, rules, outcome, possible, about } = draft
  if (about === 'visit') return []
  if (rule !== null) {
    const decided = all.find(({ id }) => id === rule)
    const named = label === undefined ? '' : ` « ${label} »`
    const english = label === undefined ? '' : ` "${label}"`
    const number =
      clause === rule || clause === null ? { fr: '', en: '' } : { fr: ` (clause ${clause})`, en: ` (clause ${clause})` }
    const said = decided ? sayOutcome({ ...decided, outcome: decided.then }, nameOf) : OUTCOME_WORDS[outcome]
    return [
      localise(`Règle ${rule}${named}${number.fr} : ${said.fr}.`, `Rule ${rule}${english}${number.en}: ${said.en}.`),
    ]
  }
  if (outcome === 'conflict' && rules.length > 0) {
    const list = rules.join(', ')
    return [
      localise(
        `Se contredisent, sans que l’une écarte l’autre : ${list}.`,
        `They contradict each other, none overriding the other: ${list}.`,
      ),
    ]
  }
  if (outcome === 'gap') return [localise('Aucune règle ne couvre ce cas.', 'No rule covers this case.')]
  return (possible ?? []).map((one) => {
    const by = one.rule === null ? '' : ` (${one.rule}${one.clause === one.rule ? '' : `, clause ${one.clause}`})`
    const said = sayOutcome(one, nameOf)
    return localise(`Possible : ${said.fr}${by}.`, `Possible: ${said.en}${by}.`)
  })
}

function sayThreshold({ threshold }: Draft): readonly Localised[] {
  if (threshold === 'above') {
    return [
      localise(
        'Au-dessus du seuil de projet : devis, accord, commande.',
        'Above the project threshold: estimate, approval, order.',
      ),
    ]
  }
  return threshold === 'within' ? [localise('Sous le seuil de projet.', 'Within the project threshold.')] : []
}

const PERIODS = {
  month: localise('par mois', 'a month'),
  quarter: localise('par trimestre', 'a quarter'),
  year: localise('par an', 'a year'),
}
const UNITS = {
  visit: [localise('déplacement', 'visit'), localise('déplacements', 'visits')],
  hour: [localise('heure', 'hour'), localise('heures', 'hours')],
  ticket: [localise('ticket', 'ticket'), localise('tickets', 'tickets')],
} as const

function sayQuota({ quota }: Draft, nameOf: (id: string) => string): readonly Localised[] {
  if (quota === undefined) return []
  const { count, over, unit = 'ticket', beyond, used, left } = quota
  const words = UNITS[unit][Number(count) < 2 ? 0 : 1]
  const english = UNITS[unit][String(count) === '1' ? 0 : 1]
  const then = sayOutcome({ ...beyond, outcome: beyond.then }, nameOf)
  const state =
    used === undefined
      ? { fr: '', en: '' }
      : left === '0'
        ? { fr: ` ; ${used} utilisés : le quota est épuisé`, en: `; ${used} used: none is left` }
        : { fr: ` ; ${used} utilisés, il en reste ${left}`, en: `; ${used} used, ${left} left` }
  return [
    localise(
      `Quota : ${count} ${words.fr} ${PERIODS[over].fr}, au-delà ${then.fr}${state.fr}.`,
      `Quota: ${count} ${english.en} ${PERIODS[over].en}, beyond that ${then.en}${state.en}.`,
    ),
  ]
}

const COMES_BY = {
  'own-staff': localise('par les équipes du prestataire', 'by the provider’s own staff'),
  subcontractor: localise('par un sous-traitant', 'by a subcontractor'),
}

function sayVisit({ visit }: Draft, { site }: ScopeQuestion, nameOf: (id: string) => string): readonly Localised[] {
  if (visit === undefined) return []
  switch (visit.kind) {
    case 'served': {
      const { id, label, within, price, by, subcontractor } = visit.zone
      const delay = within && sayDelay(within, site, nameOf)
      const parts = [
        localise(`zone ${label ?? id}`, `zone ${label ?? id}`),
        delay
          ? localise(`sous ${delay.fr}`, `within ${delay.en}`)
          : localise('sans délai promis', 'without a promised delay'),
        ...(by ? [COMES_BY[by]] : []),
        ...(subcontractor === undefined ? [] : [localise(subcontractor, subcontractor)]),
        price === undefined
          ? localise('déplacement compris', 'visit included')
          : localise(`déplacement facturé ${nameOf(price)}`, `visit billed ${nameOf(price)}`),
      ]
      const said = { fr: parts.map(({ fr }) => fr).join(', '), en: parts.map(({ en }) => en).join(', ') }
      const when = visit.onsite
        ? localise('Sur place', 'On site')
        : localise('En cas de déplacement', 'If somebody comes')
      return [localise(`${when.fr} : ${said.fr}.`, `${when.en}: ${said.en}.`)]
    }
    case 'unserved':
      return [
        localise(
          'Ce lieu n’est dans aucune zone du prestataire : personne n’y est attendu.',
          'This place is in no zone of the provider: nobody is due there.',
        ),
      ]
    case 'not-on-site':
      return [
        localise(
          'Le contrat dit que personne ne se déplace sur ce site.',
          'The contract says that nobody comes to this site.',
        ),
      ]
    case 'tie': {
      const list = visit.zones.join(', ')
      return [
        localise(
          `Ces zones tiennent ce lieu et promettent autre chose : ${list}.`,
          `These zones hold this place and promise different things: ${list}.`,
        ),
      ]
    }
    case 'unclear':
      return [
        localise(
          'Le lieu n’est pas assez précis pour trouver la zone du prestataire.',
          'The place is not told well enough to find the provider’s zone.',
        ),
      ]
  }
}

function sayPrerequisites(
  { prerequisites }: Draft,
  { site }: ScopeQuestion,
  nameOf: (id: string) => string,
): readonly Localised[] {
  return prerequisites
    .filter(({ unmet }) => unmet)
    .map(({ id, label, by, remedyWithin }) => {
      const name = label ?? id
      const delay = remedyWithin && sayDelay(remedyWithin, site, nameOf)
      const remedy = {
        fr: delay ? ` ; à rétablir sous ${delay.fr}` : '',
        en: delay ? `; to be met within ${delay.en}` : '',
      }
      return by === 'provider'
        ? localise(
            `Prérequis du prestataire non rempli : ${name}${remedy.fr}.`,
            `Prerequisite of the provider unmet: ${name}${remedy.en}.`,
          )
        : localise(
            `Prérequis du client non rempli : ${name} ; un retard n’est pas imputable au prestataire${remedy.fr}.`,
            `Prerequisite of the client unmet: ${name}; a miss is not imputable to the provider${remedy.en}.`,
          )
    })
}

/** What is still to be told; the first with the answers that it takes. */
function sayMissing({ dimensions }: ScopeSpace, { missing, about }: Draft): readonly Localised[] {
  if (missing === undefined || missing.length === 0) return []
  const first = dimensions.find(({ name }) => name === missing[0])
  const values = first?.values.slice(0, MOST_VALUES).map((value) => first.labels.get(value) ?? value) ?? []
  const more = (first?.values.length ?? 0) > MOST_VALUES ? '…' : ''
  const choice = values.length === 0 ? '' : ` (${values.join(', ')}${more})`
  const words = missing.map((name, index) => {
    const { fr, en } = DIMENSION_WORDS[name] ?? { fr: name, en: name }
    return index === 0 ? { fr: fr + choice, en: en + choice } : { fr, en }
  })
  const list = { fr: words.map(({ fr }) => fr).join(', '), en: words.map(({ en }) => en).join(', ') }
  if (about === 'cell') return [localise(`À préciser : ${list.fr}.`, `To be told: ${list.en}.`)]
  return [localise(`Le travail lui-même dépend de : ${list.fr}.`, `The work itself depends on: ${list.en}.`)]
}

const MOST_VALUES = 12
