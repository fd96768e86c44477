import type { DisputeState, Side, SignalCode } from '@vigie/engine'
import { fr } from './typography.ts'

const plural = (count: number, one: string, many: string): string => (Math.abs(count) >= 2 ? many : one)
const days = (count: number): string => `${count}\u00a0${plural(count, 'jour', 'jours')}`

type SideOrNone = Side | ''

/** What the report says of disputes, in French. */
export const frenchDisputes = {
  title: 'Les contestations',
  lead: fr`Une contestation ne change aucun chiffre : une mesure ne sort de son taux qu’une fois son exclusion consignée par les deux parties. L’effet sur le taux, et sur les pénalités de la période où elles changent, est celui d’un calcul avec, puis sans la mesure ; le taux en vigueur est en gras.`,
  none: 'Aucune contestation n’est ouverte, et aucune ne touche la période.',
  table: 'Contestations et leur effet',
  shown: (shown: string, more: string, count: number) =>
    fr`${shown} contestations sont montrées ici, celles qui attendent un acte d’abord ; ${more} ${plural(count, 'autre figure', 'autres figurent')} dans le classeur XLSX.`,
  head: {
    claim: 'Contestation',
    standing: 'Où elle en est',
    with: 'Avec',
    without: 'Sans',
    claimedBy: 'Par',
    claimedAt: 'Contesté le',
    claimDue: 'À contester avant le',
    answerDue: 'Réponse avant le',
    daysLeft: 'Jours restants',
    answeredAt: 'Répondu le',
    answer: 'Réponse',
    excludedAt: 'Exclu le',
    window: 'Taux de',
    rateNow: 'Taux en vigueur',
    rateWith: 'Taux avec la mesure',
    rateWithout: 'Taux sans la mesure',
    stateWith: 'État avec',
    stateWithout: 'État sans',
    penaltyWith: 'Pénalités avec',
    penaltyWithout: 'Pénalités sans',
    reasons: 'Raisons',
  },
  claims: { contested: 'chiffre contesté', excluded: 'exclusion demandée' },
  by: { client: 'par le client', provider: 'par le prestataire', '': 'sans partie nommée' } satisfies Record<
    SideOrNone,
    string
  >,
  sides: { client: 'client', provider: 'prestataire', '': '–' } satisfies Record<SideOrNone, string>,
  states: {
    claimed: 'réponse attendue',
    'answer-overdue': 'réponse en retard',
    accepted: 'acceptée, à consigner',
    'accepted-by-silence': 'acceptée par silence, à consigner',
    refused: 'refusée',
    lapsed: 'caduque, faute de réponse',
    'out-of-time': 'hors délai',
    withdrawn: 'retirée',
    excluded: 'mesure exclue',
  } satisfies Record<DisputeState, string>,
  answers: { accepted: 'acceptée', refused: 'refusée' },
  answerBefore: (date: string) => `avant le ${date}`,
  daysLeft: (count: number) =>
    count > 0 ? `reste ${days(count)}` : count === 0 ? 'dernier jour' : `dépassé de ${days(-count)}`,
  answered: (date: string) => `réponse le ${date}`,
  excluded: (date: string) => `exclue le ${date}`,
  sheet: 'Contestations',
  standsOut: (open: number, settled: number) =>
    [
      open > 0 ? `${open} ${plural(open, 'contestation ouverte', 'contestations ouvertes')}` : '',
      settled > 0 ? `${settled} ${plural(settled, 'close', 'closes')}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ')
      .concat(fr` (voir « Les contestations »).`),
  decide: {
    answer: (count: number, date: string) =>
      count === 1
        ? `Répondre à la contestation ouverte${date === '' ? '' : ` avant le ${date}`}.`
        : `Répondre aux ${count} contestations ouvertes${date === '' ? '' : `, la première avant le ${date}`}.`,
    record: (count: number) =>
      count === 1
        ? 'Consigner des deux côtés l’exclusion acceptée, sans quoi la mesure compte toujours.'
        : `Consigner des deux côtés les ${count} exclusions acceptées, sans quoi les mesures comptent toujours.`,
  },
}

/** What the report says of findings, in French. */
export const frenchFindings = {
  title: 'Les constats à examiner',
  lead: fr`Des signes que montrent les faits. Un constat n’accuse personne : chacun peut avoir une bonne raison, et aucun ne change un chiffre.`,
  none: fr`Rien à examiner : aucun des signes recherchés n’apparaît dans la période.`,
  table: 'Constats de la période',
  head: {
    finding: 'Constat',
    cases: 'Cas',
    of: 'Sur',
    observed: 'Observé',
    expected: 'Au hasard',
    at: 'Quand',
    shown: 'Ce qui le montre',
    events: 'Faits',
  },
  of: (count: string, what: string) => `${count} ${what}`,
  moreCases: (count: string, n: number) => `… et ${count} ${plural(n, 'autre cas', 'autres cas')}.`,
  inSheet: 'Le classeur XLSX et le JSON donnent jusqu’à vingt cas de chacun, avec les faits qui les montrent.',
  sheet: 'Constats',
  standsOut: (count: number) =>
    fr`${count} ${plural(count, 'constat', 'constats')} à examiner, sans reproche à quiconque (voir « Les constats à examiner »).`,
  names: {
    'pause-before-deadline': 'Suspensions commencées juste avant l’échéance',
    'pause-without-question': 'Suspensions imputées au client sans question consignée',
    'pause-reason-unlisted': 'Suspensions pour un motif que le contrat ne prévoit pas',
    'reminder-missing': 'Suspensions sans la relance que demande le contrat',
    'priority-lowered-late': 'Priorités abaissées tard dans le délai',
    'closed-and-reopened': 'Tickets résolus juste avant l’échéance, puis rouverts',
    'automatic-first-answer': 'Premières prises en compte automatiques',
    'resolved-in-batch': 'Résolutions groupées en fin de période',
  } satisfies Record<SignalCode, string>,
  population: {
    'pause-before-deadline': 'suspensions',
    'pause-without-question': 'suspensions imputées au client',
    'pause-reason-unlisted': 'suspensions',
    'reminder-missing': 'suspensions',
    'priority-lowered-late': 'priorités abaissées',
    'closed-and-reopened': 'réouvertures',
    'automatic-first-answer': 'premières prises en compte',
    'resolved-in-batch': 'tranches de 5 min',
  } satisfies Record<SignalCode, string>,
}

/** The shapes of every other language. */
export type DisputeWords = typeof frenchDisputes
export type FindingWords = typeof frenchFindings
