import type { RuleWords } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'

/** A passage that is no contract of this format. */
export const FORMAT: RuleWords = {
  id: 'FORMAT',
  severity: 'error',
  title: localise('Passage illisible', 'Unreadable passage'),
  why: localise(
    'Un mot, une valeur ou une clé que le format ne connaît pas ne peut être ni appliqué ni mesuré.',
    'A word, a value or a key that the format does not know can be neither applied nor measured.',
  ),
  mend: localise('Corrigez le fichier à cet endroit.', 'Correct the file at this place.'),
}

/** The rules that the reader itself applies: without what they ask for, there is no contract to execute. */
export const readingRules: readonly RuleWords[] = [
  FORMAT,
  {
    id: 'SL04',
    severity: 'error',
    title: localise('Durée sans horloge', 'Duration without a clock'),
    why: localise(
      '« 4 heures » d’horloge et « 4 heures ouvrées » ne finissent pas le même jour : chacun comptera la sienne.',
      '“4 hours” around the clock and “4 working hours” do not end on the same day: each party will count its own.',
    ),
    mend: localise(
      'Nommez le calendrier qui compte : { hours: 4, calendar: … }.',
      'Name the calendar that counts: { hours: 4, calendar: … }.',
    ),
  },
  {
    id: 'SL05',
    severity: 'error',
    title: localise('Plage sans fuseau horaire', 'Hours without a time zone'),
    why: localise(
      'Sans fuseau, « 9 h » n’est pas un instant : un ticket d’outre-mer ou un changement d’heure fausse tous les délais.',
      'Without a zone “9:00” is no instant: an overseas ticket or a change of hour makes every time wrong.',
    ),
    mend: localise('Nommez un fuseau IANA : Europe/Paris.', 'Name an IANA zone: Europe/Paris.'),
  },
  {
    id: 'SL11',
    severity: 'error',
    title: localise('Disponibilité non calculable', 'Availability that cannot be computed'),
    why: localise(
      'Un taux n’a de sens qu’avec son service, sa plage, sa formule et sa période : 99 % du mois et 99 % de l’an ne sont pas la même promesse.',
      'A rate means something only with its service, its hours, its formula and its period: 99 % of a month and 99 % of a year are different promises.',
    ),
    mend: localise(
      'Donnez service, calendar, atLeast et over à cette disponibilité.',
      'Give this availability its service, calendar, atLeast and over.',
    ),
  },
  {
    id: 'FU01',
    severity: 'error',
    title: localise('Indicateur en double', 'KPI twice'),
    why: localise(
      'Deux indicateurs du même nom donnent deux chiffres, et chacun citera celui qui l’arrange.',
      'Two KPIs of one name give two figures, and each party will quote the one that suits it.',
    ),
    mend: localise('Gardez un seul indicateur par nom.', 'Keep one KPI per name.'),
  },
  {
    id: 'FU03',
    severity: 'error',
    title: localise('Sens de l’objectif absent', 'Side of the target missing'),
    why: localise(
      'Sans dire si l’objectif est un minimum ou un maximum, on ne sait pas si 12 vaut mieux que 10.',
      'Without saying whether the target is a minimum or a maximum, nobody knows whether 12 is better than 10.',
    ),
    mend: localise('Ajoutez direction: at-least ou at-most.', 'Add direction: at-least or at-most.'),
  },
  {
    id: 'PE05',
    severity: 'error',
    title: localise('Cumul ou substitution ?', 'Added or in its place?'),
    why: localise(
      'Quand le tarif change après 24 heures, le nouveau s’ajoute à l’ancien ou le remplace : la facture en dépend.',
      'When the rate changes after 24 hours, the new one adds to the old or replaces it: the bill depends on it.',
    ),
    mend: localise('Dites mode: add ou mode: replace.', 'Say mode: add or mode: replace.'),
  },
]
