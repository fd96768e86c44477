import type { Localised } from '../base/message.ts'
import type { BecauseCode, VaryingCode } from './because-codes.ts'
import type { Milestone } from './clause-types.ts'

/** By code, but for those whose sentence varies. */
export const SENTENCES: { readonly [C in Exclude<BecauseCode, VaryingCode>]: Localised } = {
  'no-contract': {
    fr: 'Aucune version du contrat n’était en vigueur au signalement.',
    en: 'No version of the contract was in force when the ticket was reported.',
  },
  'channel-does-not-open-clock': {
    fr: 'Le canal du signalement n’ouvre aucun délai au contrat.',
    en: 'The channel of the report opens no clock under the contract.',
  },
  cancelled: { fr: 'Ticket annulé.', en: 'Ticket cancelled.' },
  merged: {
    fr: 'Ticket fusionné avec un autre, qui compte pour lui.',
    en: 'Ticket merged into another, which counts for it.',
  },
  'child-of-mass-incident': {
    fr: 'Ticket rattaché à un incident de masse\u00a0: l’incident parent compte une fois pour tous.',
    en: 'Ticket linked to a mass incident: the parent incident counts once for all.',
  },
  'excluded-by-both': {
    fr: 'Exclu d’un commun accord\u00a0: les deux parties l’ont consigné.',
    en: 'Excluded by joint consent: both parties recorded it.',
  },
  'excluded-by-silence': {
    fr: 'Exclu par une partie\u00a0; le silence de l’autre, relancée, vaut accord selon le contrat.',
    en: 'Excluded by one party; the silence of the other, reminded, means consent under the contract.',
  },
  'closed-without-answer': {
    fr: 'Clos faute de réponse au terme de la suspension\u00a0: ne compte jamais comme respecté.',
    en: 'Closed for want of an answer at the end of the pause: never counted as met.',
  },
  'before-report': {
    fr: 'Le jalon est daté d’avant le signalement\u00a0: aucun temps n’est compté.',
    en: 'The milestone is dated before the report: no time is counted.',
  },
  'not-reported': {
    fr: 'Ticket détecté et jamais signalé\u00a0: le délai part du signalement, le ticket n’est pas mesuré.',
    en: 'Ticket detected and never reported: clocks start at the report, the ticket is not measured.',
  },
  'pause-without-proof': {
    fr: 'Suspension sans le justificatif exigé par le contrat\u00a0: son temps compte.',
    en: 'A pause without the proof that the contract requires: its time counts.',
  },
  'pause-repeated': {
    fr: 'Même motif de suspension repris sans reprise du travail\u00a0: le délai maximal repart.',
    en: 'The same pause reason again without resuming: its limit starts anew.',
  },
  'reminder-missing': {
    fr: 'La relance prévue au contrat pendant la suspension n’est pas consignée.',
    en: 'The reminder that the contract asks for during the pause is not recorded.',
  },
  'priority-differs-from-matrix': {
    fr: 'La priorité donnée diffère de celle de la matrice\u00a0: la priorité donnée est utilisée.',
    en: 'The priority given differs from that of the matrix: the one given is used.',
  },
  'priority-outside-matrix': {
    fr: 'L’impact ou l’urgence n’est pas dans la matrice du contrat\u00a0: aucune priorité n’en découle.',
    en: "The impact or the urgency is not in the contract's matrix: no priority follows from them.",
  },
  'priority-not-in-levels': {
    fr: 'La priorité donnée n’est pas un niveau du contrat.',
    en: 'The priority given is not a level of the contract.',
  },
  'priority-change-not-allowed': {
    fr: 'Changement de priorité par une partie qui n’en a pas le droit\u00a0: consigné, sans effet.',
    en: 'Change of priority by a party that may not make it: recorded, without effect.',
  },
  'prospective-needs-hours': {
    fr: 'Le changement de priorité touche un délai en jours, qui ne se répartit pas\u00a0: le nouveau délai vaut pour tout le ticket.',
    en: 'The change of priority touches a target in days, which cannot be split: the new target holds for the whole ticket.',
  },
  'exclusion-by-one-party': {
    fr: 'Exclusion demandée par une seule partie\u00a0: sans effet tant que l’autre ne l’a pas consignée.',
    en: 'Exclusion asked by one party only: without effect until the other records it.',
  },
  'exclusion-without-party': {
    fr: 'Exclusion sans partie nommée\u00a0: sans effet.',
    en: 'Exclusion that names no party: without effect.',
  },
  'calendar-never-opens': {
    fr: 'Le calendrier de l’engagement n’ouvre plus\u00a0: aucune échéance n’existe.',
    en: 'The calendar of the commitment never opens again: there is no due date.',
  },
  'no-commitment': {
    fr: 'Aucun engagement ne porte sur ce ticket\u00a0: il n’est pas mesuré.',
    en: 'No commitment holds this ticket: it is not measured.',
  },
  'opened-at-next-opening': {
    fr: 'Signalé hors plage par un canal qui attend\u00a0: le délai part à l’ouverture suivante.',
    en: 'Reported outside hours by a channel that waits: the clock starts at the next opening.',
  },
  'start-at-report': {
    fr: 'Aucune détection antérieure\u00a0: le délai part du signalement.',
    en: 'No earlier detection: the clock starts at the report.',
  },
  'machine-event-ignored': {
    fr: 'Un automate a noté ce jalon\u00a0: il ne l’atteint pas selon le contrat.',
    en: 'A machine recorded the milestone: under the contract that does not reach it.',
  },
  'pause-limit-reached': {
    fr: 'La suspension a atteint sa durée maximale\u00a0: ensuite le temps compte de nouveau.',
    en: 'The pause reached its limit: after it time counts again.',
  },
  'reopened-resume': {
    fr: 'Rouvert dans le délai\u00a0: le temps clos ne compte pas, le délai reprend.',
    en: 'Reopened within the window: the closed time does not count, the clock goes on.',
  },
  'reopened-restart': {
    fr: 'Rouvert dans le délai\u00a0: le décompte repart de zéro à la réouverture.',
    en: 'Reopened within the window: the clock restarts from zero at the reopening.',
  },
  'reopened-continue': {
    fr: 'Rouvert dans le délai\u00a0: le temps clos compte aussi.',
    en: 'Reopened within the window: the closed time counts too.',
  },
  'new-cycle': {
    fr: 'Rouvert après le délai de réouverture\u00a0: nouveau cycle, comme un nouveau ticket.',
    en: 'Reopened past the reopening window: a new cycle, like a new ticket.',
  },
  'priority-retroactive': {
    fr: 'Priorité changée en cours de délai\u00a0: tout le délai est jugé selon la nouvelle priorité.',
    en: 'Priority changed while the clock ran: all of it is judged by the new priority.',
  },
  'priority-prospective': {
    fr: 'Priorité changée en cours de délai\u00a0: la part restante s’applique au nouveau délai.',
    en: 'Priority changed while the clock ran: the share left over applies to the new target.',
  },
  'priority-frozen': {
    fr: 'Priorité changée en cours de délai\u00a0: la première priorité reste celle du délai.',
    en: 'Priority changed while the clock ran: the first priority remains that of the clock.',
  },
  'version-at-milestone': {
    fr: 'Jugé selon la version du contrat en vigueur au jalon, et non au signalement.',
    en: 'Judged by the version of the contract in force at the milestone, not at the report.',
  },
}

/** Of `implied`, by the milestone that was not recorded. */
export const IMPLIED: { readonly [M in Milestone]: Localised } = {
  acknowledged: implied('la prise en compte', 'the acknowledgement'),
  started: implied('le début de l’intervention', 'the start of the intervention'),
  workaround: implied('le contournement', 'the workaround'),
  restored: implied('le rétablissement', 'the restoration'),
  resolved: implied('la résolution', 'the resolution'),
  closed: implied('la clôture', 'the closure'),
}

function implied(fr: string, en: string): Localised {
  return {
    fr: `Aucun fait ne note ${fr} à temps\u00a0: un jalon ultérieur en tient lieu et arrête le délai.`,
    en: `No fact records ${en} in time: a later milestone implies it and stops the clock.`,
  }
}
