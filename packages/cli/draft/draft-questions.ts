import { type Localised, parseInstant } from '@vigie/engine'
import type { DraftAnswers, DraftSite } from './draft-answers.ts'
import { slugOf } from './slug.ts'

/** What was answered so far; a later question may take its default from it. */
export type Answered = Partial<DraftAnswers>

type Read<Value> = (text: string) => Value | { readonly wrong: Localised }

/** One question of a first contract: how it is asked, what an empty line means, how an answer is read. */
export type DraftQuestion<Name extends keyof DraftAnswers = keyof DraftAnswers> = {
  readonly name: Name
  readonly ask: Localised
  /** Absent: an answer is needed. */
  readonly usual?: (answered: Answered) => string
  readonly read: Read<DraftAnswers[Name]>
}

function question<Name extends keyof DraftAnswers>(
  name: Name,
  ask: Localised,
  read: Read<DraftAnswers[Name]>,
  usual?: (answered: Answered) => string,
): DraftQuestion {
  return { name, ask, read, ...(usual && { usual }) } as unknown as DraftQuestion
}

/** Every question, in the order in which they are asked. */
export const draftQuestions: readonly DraftQuestion[] = [
  question('client', { fr: 'Nom du client', en: 'Name of the client' }, text),
  question('provider', { fr: 'Nom du prestataire', en: 'Name of the provider' }, text),
  question('start', { fr: 'Premier jour du contrat (AAAA-MM-JJ)', en: 'First day of the contract (YYYY-MM-DD)' }, date),
  question('signed', { fr: 'Date de signature', en: 'Date of signature' }, date, ({ start = '' }) => start),
  question('term', { fr: 'Durée initiale, en mois', en: 'Initial term, in months' }, whole(12, 120), () => '36'),
  question(
    'sites',
    {
      fr: 'Sites, avec leur code postal (Siège 44000 ; Atelier 49300)',
      en: 'Sites, with their postal code (Head office 44000; Workshop 49300)',
    },
    sites,
  ),
  question('users', { fr: 'Nombre d’utilisateurs', en: 'Number of users' }, whole(1, 100_000), () => '50'),
  question(
    'workstations',
    { fr: 'Nombre de postes de travail', en: 'Number of workstations' },
    whole(0, 100_000),
    ({ users = 50 }) => String(users),
  ),
  question('servers', { fr: 'Nombre de serveurs', en: 'Number of servers' }, whole(0, 10_000), () => '0'),
  question(
    'network',
    { fr: 'Nombre d’équipements réseau (pare-feu, commutateurs, bornes)', en: 'Number of network devices' },
    whole(0, 10_000),
    () => '1',
  ),
  question('printers', { fr: 'Nombre d’imprimantes', en: 'Number of printers' }, whole(0, 10_000), () => '0'),
  question(
    'hours',
    { fr: 'Heures ouvrées, du lundi au vendredi', en: 'Business hours, Monday to Friday' },
    hours,
    () => '08:30-18:00',
  ),
  question(
    'onCall',
    {
      fr: 'Astreinte pour les urgences : none (aucune), extended (6 h – 21 h, du lundi au samedi), always (24 h/24)',
      en: 'On call for emergencies: none, extended (06:00–21:00, Monday to Saturday), always (around the clock)',
    },
    oneOf('none', 'extended', 'always'),
    () => 'none',
  ),
  question(
    'pace',
    {
      fr: 'Délais : standard (P1 30 min / 4 h), fast (15 min / 2 h), relaxed (1 h / 8 h)',
      en: 'Times: standard (P1 30 min / 4 h), fast (15 min / 2 h), relaxed (1 h / 8 h)',
    },
    oneOf('standard', 'fast', 'relaxed'),
    () => 'standard',
  ),
  question(
    'visits',
    { fr: 'Déplacements sur site compris chaque mois', en: 'On-site visits in the fee each month' },
    whole(0, 100),
    () => '2',
  ),
  question('fee', { fr: 'Redevance mensuelle, hors taxes', en: 'Monthly fee, without tax' }, amount),
  question(
    'day',
    { fr: 'Journée de travail hors forfait, hors taxes', en: 'Day of work outside the fee, without tax' },
    amount,
    () => '750.00',
  ),
  question(
    'visit',
    { fr: 'Déplacement au-delà du forfait, hors taxes', en: 'Visit beyond the fee, without tax' },
    amount,
    () => '120.00',
  ),
  question(
    'penalties',
    {
      fr: 'Pénalités : usual (5 % de la redevance par indicateur manqué, 15 % au plus par mois) ou none (aucune)',
      en: 'Penalties: usual (5% of the fee for each missed commitment, 15% a month at most) or none',
    },
    oneOf('usual', 'none'),
    () => 'usual',
  ),
  question(
    'personalData',
    {
      fr: 'Le prestataire traite-t-il des données personnelles (comptes, sauvegardes) ? oui (yes) ou non (no)',
      en: 'Does the provider process personal data (accounts, backups)? yes or no',
    },
    oneOf('yes', 'no'),
    () => 'yes',
  ),
  question(
    'hosted',
    {
      fr: 'Le prestataire héberge-t-il lui-même des services du client ? oui (yes) ou non (no)',
      en: 'Does the provider itself host services of the client? yes or no',
    },
    oneOf('yes', 'no'),
    () => 'no',
  ),
]

/** Longest name that a title, an identifier and the running head of the document still hold. */
const LONGEST_NAME = 120

function text(answer: string) {
  if (answer === '') return { wrong: { fr: 'une réponse est attendue', en: 'an answer is expected' } }
  if ([...answer].length <= LONGEST_NAME) return answer
  return {
    wrong: {
      fr: `un nom de ${LONGEST_NAME} caractères au plus est attendu`,
      en: `a name of at most ${LONGEST_NAME} characters is expected`,
    },
  }
}

function date(answer: string) {
  const isDate = /^20\d{2}-\d{2}-\d{2}$/.test(answer) && typeof parseInstant(`${answer}T00:00:00Z`) === 'number'
  if (isDate) return answer
  return {
    wrong: {
      fr: 'une date AAAA-MM-JJ est attendue, de 2000 à 2099',
      en: 'a date YYYY-MM-DD is expected, from 2000 to 2099',
    },
  }
}

function whole(least: number, most: number) {
  return (answer: string) => {
    const isWhole = /^\d{1,6}$/.test(answer) && Number(answer) >= least && Number(answer) <= most
    if (isWhole) return Number(answer)
    return {
      wrong: {
        fr: `un nombre entier de ${least} à ${most} est attendu`,
        en: `a whole number from ${least} to ${most} is expected`,
      },
    }
  }
}

function amount(answer: string) {
  const plain = answer.replace(/[\s€\u00a0\u202f]/g, '').replace(',', '.')
  const [, whole, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  if (whole !== undefined) return `${whole}.${cents.padEnd(2, '0')}`
  return { wrong: { fr: 'un montant comme 2730,00 est attendu', en: 'an amount such as 2730.00 is expected' } }
}

function hours(answer: string) {
  const [, from = '', to = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(answer) ?? []
  return from < to
    ? answer
    : { wrong: { fr: 'des heures comme 08:30-18:00 sont attendues', en: 'hours such as 08:30-18:00 are expected' } }
}

/** Words that are taken for those of an answer, without case and accents. */
const SYNONYMS: Readonly<Record<string, string>> = {
  oui: 'yes',
  o: 'yes',
  y: 'yes',
  non: 'no',
  n: 'no',
  aucun: 'none',
  aucune: 'none',
  usuelles: 'usual',
  etendue: 'extended',
  toujours: 'always',
  rapide: 'fast',
  souple: 'relaxed',
}

function oneOf<Word extends string>(...words: readonly Word[]) {
  const meant = (answer: string) => {
    const plain = answer.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return Object.hasOwn(SYNONYMS, plain) ? SYNONYMS[plain] : plain
  }
  return (answer: string) =>
    words.find((word) => word === meant(answer)) ?? {
      wrong: { fr: `l’un de ces mots est attendu : ${words.join(', ')}`, en: `one of ${words.join(', ')} is expected` },
    }
}

function sites(answer: string): readonly DraftSite[] | { readonly wrong: Localised } {
  const taken = new Set<string>()
  const read = answer.split(/[;\n]/).map((part) => /^\s*(.+?)[\s,]+(\d{5})\s*$/.exec(part))
  if (read.some((match) => match === null)) {
    return {
      wrong: {
        fr: 'des sites comme « Siège 44000 ; Atelier 49300 » sont attendus',
        en: 'sites such as "Head office 44000; Workshop 49300" are expected',
      },
    }
  }
  return read.map((match) => {
    const [, name = '', postalCode = ''] = match ?? []
    return { id: slugOf(name, taken, 'site'), name, postalCode }
  })
}
