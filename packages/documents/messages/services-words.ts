import type { Language } from '@vigie/engine'
import type { AgreedPart } from '../report/services-model.ts'
import { fr } from './typography.ts'

/** Words of availability and of recurring controls. */
type ServicesWords = {
  readonly availability: string
  readonly availabilityLead: string
  readonly controls: string
  readonly controlsLead: string
  readonly subjects: string
  readonly proofs: string
  readonly chartTitle: string
  readonly allTime: string
  readonly notUp: (duration: string) => string
  readonly nothingLost: string
  readonly parts: Readonly<Record<AgreedPart, string>>
  readonly conventions: Readonly<Record<'out-of-base' | 'as-up' | 'counted', string>>
  readonly unknownCountsAs: Readonly<Record<'missed' | 'excluded' | 'met', string>>
  readonly head: Readonly<
    Record<
      | 'contractual'
      | 'experienced'
      | 'coverage'
      | 'agreed'
      | 'control'
      | 'expected'
      | 'good'
      | 'bad'
      | 'unknown'
      | 'running'
      | 'subject'
      | 'lastGood'
      | 'evidence'
      | 'sheet',
      string
    >
  >
  readonly provisional: string
  readonly never: string
  readonly overdue: string
  readonly onTime: string
  readonly oneProof: string
  readonly unnamed: (count: number) => string
  readonly moreSubjects: (count: number) => string
  readonly neverProved: string
  readonly lastProved: (latest: string, oldest: string, subject: string, never: number, overdue: number) => string
  readonly service: (contractual: string, target: string, experienced: string) => string
  readonly control: (
    rate: string,
    target: string,
    good: number,
    bad: number,
    unknown: number,
    expected: number,
  ) => string
}

const french: ServicesWords = {
  availability: 'Disponibilité des services',
  availabilityLead: fr`Contractuelle : comme le contrat compte, maintenance et durées minimales comprises. Vécue : toute interruption compte. La clause dit laquelle décide.`,
  controls: 'Contrôles récurrents',
  controlsLead: fr`Sans fait, un contrôle est inconnu, jamais réussi.`,
  subjects: 'Dernier bon résultat, par objet contrôlé',
  proofs: 'Les preuves',
  chartTitle: 'Où est passé le temps convenu',
  allTime: 'plage convenue',
  notUp: (duration) => fr`hors service normal : ${duration}`,
  nothingLost: 'en service tout le temps convenu',
  parts: { up: 'en service', down: 'arrêt', degraded: 'dégradé', unknown: 'inconnu', maintenance: 'maintenance' },
  conventions: {
    'out-of-base': 'maintenance annoncée hors du temps jugé',
    'as-up': 'maintenance annoncée comptée en service',
    counted: 'maintenance comptée comme le reste',
  },
  unknownCountsAs: {
    missed: 'l’inconnu compte manqué',
    excluded: 'l’inconnu n’est pas jugé',
    met: 'l’inconnu compte tenu',
  },
  head: {
    contractual: 'Contractuelle',
    experienced: 'Vécue',
    coverage: 'Connu',
    agreed: 'Plage convenue',
    control: 'Contrôle',
    expected: 'Attendus',
    good: 'Bons',
    bad: 'Manqués',
    unknown: 'Inconnus',
    running: 'À venir',
    subject: 'Objet',
    lastGood: 'Dernier bon',
    evidence: 'Preuve',
    sheet: 'Services et contrôles',
  },
  provisional: 'provisoire',
  never: 'jamais',
  overdue: 'en retard',
  onTime: 'à jour',
  oneProof: 'tous',
  unnamed: (count) => `${count} ${count > 1 ? 'déclarés' : 'déclaré'} au contrat, sans aucun fait`,
  moreSubjects: (count) => `et ${count} ${count > 1 ? 'autres, tous à jour' : 'autre, à jour'}`,
  neverProved: 'aucun bon résultat connu.',
  lastProved: (latest, oldest, subject, never, overdue) =>
    [
      fr`dernier bon résultat le ${latest}`,
      oldest === '' ? '' : fr`le plus ancien le ${oldest}${subject === '' ? '' : ` (${subject})`}`,
      overdue > 0 ? fr`${overdue} en retard` : '',
      never > 0 ? fr`${never} sans aucun` : '',
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  service: (contractual, target, experienced) => fr`${contractual} pour ${target} visés ; ${experienced} vécus.`,
  control: (rate, target, good, bad, unknown, expected) =>
    fr`${rate} pour ${target} visés ; ${good} ${good > 1 ? 'bons' : 'bon'} sur ${expected}${bad > 0 ? `, ${bad} ${bad > 1 ? 'manqués' : 'manqué'}` : ''}${unknown > 0 ? `, ${unknown} ${unknown > 1 ? 'inconnus' : 'inconnu'}` : ''}.`,
}

const english: ServicesWords = {
  availability: 'Availability of services',
  availabilityLead:
    'Contractual: as the contract counts, maintenance and minimum outages included. Experienced: every outage counts. The clause says which one decides.',
  controls: 'Recurring controls',
  controlsLead: 'Without a fact a control is unknown, never a success.',
  subjects: 'Last good result by controlled item',
  proofs: 'Proofs',
  chartTitle: 'Where the agreed time went',
  allTime: 'agreed time',
  notUp: (duration) => `not normally up: ${duration}`,
  nothingLost: 'up all the agreed time',
  parts: { up: 'up', down: 'down', degraded: 'degraded', unknown: 'unknown', maintenance: 'maintenance' },
  conventions: {
    'out-of-base': 'announced maintenance out of the judged time',
    'as-up': 'announced maintenance counted as up',
    counted: 'maintenance counted as any time',
  },
  unknownCountsAs: {
    missed: 'unknown counts as missed',
    excluded: 'unknown is not judged',
    met: 'unknown counts as met',
  },
  head: {
    contractual: 'Contractual',
    experienced: 'Experienced',
    coverage: 'Known',
    agreed: 'Agreed time',
    control: 'Control',
    expected: 'Expected',
    good: 'Good',
    bad: 'Bad',
    unknown: 'Unknown',
    running: 'To come',
    subject: 'Item',
    lastGood: 'Last good',
    evidence: 'Evidence',
    sheet: 'Services and controls',
  },
  provisional: 'provisional',
  never: 'never',
  overdue: 'overdue',
  onTime: 'up to date',
  oneProof: 'all',
  unnamed: (count) => `${count} declared in the contract, without any fact`,
  moreSubjects: (count) => `and ${count} more, up to date`,
  neverProved: 'no good result known.',
  lastProved: (latest, oldest, subject, never, overdue) =>
    [
      `last good result on ${latest}`,
      oldest === '' ? '' : `the oldest on ${oldest}${subject === '' ? '' : ` (${subject})`}`,
      overdue > 0 ? `${overdue} overdue` : '',
      never > 0 ? `${never} without any` : '',
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.'),
  service: (contractual, target, experienced) =>
    `${contractual} for a target of ${target}; ${experienced} experienced.`,
  control: (rate, target, good, bad, unknown, expected) =>
    `${rate} for a target of ${target}; ${good} good of ${expected}${bad > 0 ? `, ${bad} bad` : ''}${unknown > 0 ? `, ${unknown} unknown` : ''}.`,
}

export const servicesWords: Readonly<Record<Language, ServicesWords>> = { fr: french, en: english }
