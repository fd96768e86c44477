import type { Contract, Language } from '@vigie/engine'
import { frenchSpaces } from '../../messages/typography.ts'
import type { Block } from '../document-model.ts'
import { en, fr, strong } from '../inline.ts'
import { item, paragraph } from '../parts.ts'
import type { Writing } from '../writing.ts'

type Word = { readonly when: (contract: Contract) => boolean } & { readonly [L in Language]: readonly [string, string] }

/** The words of the contract, each defined only where the contract uses it. */
export function definitions({ contract, language, say }: Writing): readonly Block[] {
  const own = Object.entries(contract.definitions ?? {})
  const said = new Set(own.map(([word]) => sortKey(word)))
  const spaced = language === 'fr' ? frenchSpaces : (text: string) => text
  const usual = WORDS.filter(({ when }) => when(contract)).map(({ [language]: [word, meaning] }) => {
    return [word, spaced(meaning)] as const
  })
  const words = [...own, ...usual.filter(([word]) => !said.has(sortKey(word)))]
  return [
    paragraph(
      say(
        fr`Dans le présent contrat, les mots ci-dessous ont le sens suivant :`,
        en`In this contract the words below have the following meaning:`,
      ),
    ),
    ...words
      .toSorted(([a], [b]) => (sortKey(a) < sortKey(b) ? -1 : 1))
      .map(([word, meaning]) => item(say(fr`${strong(word)} : ${meaning}`, en`${strong(word)}: ${meaning}`))),
  ]
}

function sortKey(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const tickets = (contract: Contract) => contract.commitments.targets.some(({ type }) => type === 'ticket')
const measures = (measure: string) => (contract: Contract) =>
  contract.commitments.targets.some((target) => target.type === 'ticket' && target.measure === measure)
const available = (contract: Contract) => contract.commitments.targets.some(({ type }) => type === 'availability')
const always = () => true

const WORDS: readonly Word[] = [
  {
    when: tickets,
    fr: [
      'Ticket',
      'tout incident, toute demande, tout changement, problème ou alerte enregistré auprès du Prestataire, suivi de son signalement à sa clôture.',
    ],
    en: [
      'Ticket',
      'any incident, request, change, problem or alert recorded with the Provider, followed from its report to its closure.',
    ],
  },
  {
    when: tickets,
    fr: ['Incident', 'interruption d’un service ou dégradation de sa qualité, constatée ou signalée.'],
    en: ['Incident', 'interruption of a service or loss of its quality, observed or reported.'],
  },
  {
    when: measures('response'),
    fr: [
      'Prise en compte',
      'acte par lequel le Prestataire confirme à l’auteur du signalement, autrement que par une réponse automatique, que son ticket est reçu et qualifié.',
    ],
    en: [
      'Response',
      'the act by which the Provider confirms to the reporter, otherwise than by an automatic answer, that the ticket is received and qualified.',
    ],
  },
  {
    when: measures('intervention'),
    fr: ['Intervention', 'début effectif du travail du Prestataire sur le ticket.'],
    en: ['Intervention', 'the actual start of the Provider’s work on the ticket.'],
  },
  {
    when: measures('workaround'),
    fr: [
      'Solution de contournement',
      'moyen provisoire qui rend le service utilisable sans en supprimer la cause de panne.',
    ],
    en: ['Workaround', 'temporary means that makes the service usable without removing the cause.'],
  },
  {
    when: measures('restoration'),
    fr: ['Rétablissement', 'retour du service en état de fonctionner, au besoin par une solution de contournement.'],
    en: ['Restoration', 'the return of the service to working order, by a workaround if need be.'],
  },
  {
    when: measures('resolution'),
    fr: ['Résolution', 'traitement complet du ticket, sous réserve de l’accord de son auteur.'],
    en: ['Resolution', 'the full treatment of the ticket, subject to its author’s agreement.'],
  },
  {
    when: measures('closure'),
    fr: ['Clôture', 'fin du ticket, avec l’accord exprès ou tacite de son auteur.'],
    en: ['Closure', 'the end of the ticket, with the express or tacit agreement of its author.'],
  },
  {
    when: tickets,
    fr: [
      'Délai',
      'temps ouvert du calendrier de l’engagement, compté du signalement à l’étape visée, suspensions admises déduites. Un délai est respecté si le temps compté est inférieur ou égal au délai visé.',
    ],
    en: [
      'Time limit',
      'open time of the commitment’s calendar, counted from the report to the milestone, admitted pauses deducted. It is met where the counted time does not exceed it.',
    ],
  },
  {
    when: (contract) =>
      contract.commitments.targets.some((target) => target.type === 'ticket' && target.compliance !== undefined),
    fr: [
      'Taux de respect',
      'rapport du nombre de délais respectés au nombre de délais respectés ou dépassés d’une période ; les délais neutralisés, en cours ou sans objet n’y entrent pas.',
    ],
    en: [
      'Compliance rate',
      'time limits met divided by those met or missed in a period; excluded, running and not applicable ones do not enter.',
    ],
  },
  {
    when: (contract) => contract.commitments.clock.pauses.length > 0,
    fr: ['Suspension', 'arrêt du décompte d’un délai pour un motif que le contrat énumère.'],
    en: ['Pause', 'stop of a clock for a reason that the contract lists.'],
  },
  {
    when: tickets,
    fr: [
      'Neutralisé',
      'mesuré mais non compté dans un taux : hors périmètre, annulé, fusionné ou exclu d’un commun accord.',
    ],
    en: [
      'Excluded',
      'measured but not counted in a rate: out of scope, cancelled, merged, or excluded by joint consent.',
    ],
  },
  {
    when: (contract) => Object.keys(contract.calendars).length > 0,
    fr: [
      'Jour ouvré',
      'jour pendant lequel le calendrier désigné est ouvert ; ni un jour calendaire, ni une durée de 24 heures.',
    ],
    en: ['Working day', 'a day on which the named calendar is open; neither a calendar day nor 24 hours.'],
  },
  {
    when: available,
    fr: [
      'Disponibilité',
      'part de la plage de service convenue pendant laquelle le service est en état de fonctionner, calculée comme le dit son article.',
    ],
    en: [
      'Availability',
      'share of the agreed service time during which the service works, computed as its article says.',
    ],
  },
  {
    when: available,
    fr: ['Plage de service convenue', 'temps pendant lequel la disponibilité d’un service est due.'],
    en: ['Agreed service time', 'the time during which the availability of a service is due.'],
  },
  {
    when: (contract) => (contract.commitments.controls ?? []).length > 0,
    fr: ['Contrôle récurrent', 'preuve due à intervalle régulier ; l’absence de preuve n’est jamais un succès.'],
    en: ['Recurring control', 'a proof due at regular intervals; the absence of proof is never a success.'],
  },
  {
    when: (contract) => (contract.commitments.penalties ?? []).length > 0,
    fr: ['Manquement', 'engagement non tenu au sens du présent contrat.'],
    en: ['Breach', 'a commitment not kept in the sense of this contract.'],
  },
  {
    when: (contract) => (contract.chapters.scope?.rules ?? []).length > 0,
    fr: [
      'Hors forfait',
      'prestation qui n’est pas comprise dans la redevance et n’est exécutée que sur commande, au prix du bordereau.',
    ],
    en: ['On demand', 'service that the fee does not include, done only on order at the price of the price book.'],
  },
  {
    when: (contract) =>
      (contract.chapters.exit?.data ?? []).length > 0 || contract.chapters.exit?.triggers !== undefined,
    fr: [
      'Réversibilité',
      'ensemble des opérations par lesquelles le Client, ou le tiers qu’il désigne, reprend le service à la fin du contrat.',
    ],
    en: [
      'Reversibility',
      'the operations by which the Client, or a third party that it names, takes the service back at the end of the contract.',
    ],
  },
  {
    when: (contract) => contract.chapters.evolution?.pricing !== undefined,
    fr: ['Redevance', 'prix forfaitaire périodique des prestations incluses.'],
    en: ['Fee', 'the periodic lump-sum price of the included services.'],
  },
  {
    when: always,
    fr: [
      'Avenant',
      'acte daté et signé des deux Parties qui modifie le contrat ; une version en résulte, qui ne change pas le passé.',
    ],
    en: [
      'Amendment',
      'a dated act signed by both Parties that changes the contract; it makes a version and never changes the past.',
    ],
  },
]
