import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import type { Because } from '../measure.ts'

export type DisputeReason =
  | 'claim-recorded'
  | 'claim-out-of-time'
  | 'answer-awaited'
  | 'answer-accepted'
  | 'answer-refused'
  | 'answer-late'
  | 'answer-unclear'
  | 'answer-by-claimant'
  | 'silence-lapses-claim'
  | 'silence-accepts-claim'
  | 'silence-decides-nothing'
  | 'silence-without-reminder'
  | 'exclusion-by-both'
  | 'exclusion-by-silence'
  | 'exclusion-by-one-party'
  | 'claim-withdrawn'
  | 'no-measure'

/** A reason of a dispute, with the facts that it stands on. */
export function disputeReason(code: DisputeReason, ...events: readonly string[]): Because {
  return { code, message: DISPUTE_SENTENCES[code], events }
}

export const DISPUTE_SENTENCES: { readonly [R in DisputeReason]: Localised } = {
  'claim-recorded': localise('La contestation est consignée.', 'The claim is recorded.'),
  'claim-out-of-time': localise(
    'La contestation vient après le délai du contrat, compté de l’arrêt du délai mesuré : elle n’appelle pas de réponse.',
    'The claim comes after the contract’s time limit, counted from the stop of the clock: no answer is owed.',
  ),
  'answer-awaited': localise('La réponse de l’autre partie est attendue.', 'The other party’s answer is awaited.'),
  'answer-accepted': localise(
    'L’autre partie accepte : sans effet sur les chiffres tant que les deux parties n’ont pas consigné l’exclusion.',
    'The other party accepts: no effect on the figures until both parties have recorded the exclusion.',
  ),
  'answer-refused': localise(
    'L’autre partie refuse : la mesure compte.',
    'The other party refuses: the measure counts.',
  ),
  'answer-late': localise(
    'La réponse vient après le délai du contrat.',
    'The answer comes after the contract’s time limit.',
  ),
  'answer-unclear': localise(
    'La réponse ne dit ni « accepted » ni « refused » : elle est sans effet.',
    'The answer says neither "accepted" nor "refused": it has no effect.',
  ),
  'answer-by-claimant': localise(
    'La partie qui conteste ne peut pas répondre à sa propre contestation : la réponse est sans effet.',
    'The party that claims cannot answer its own claim: the answer has no effect.',
  ),
  'silence-lapses-claim': localise(
    'Sans réponse dans le délai, la contestation est caduque selon le contrat : la mesure compte.',
    'Without an answer in time, the claim lapses under the contract: the measure counts.',
  ),
  'silence-accepts-claim': localise(
    'Sans réponse dans le délai et malgré relance, le silence vaut acceptation selon le contrat.',
    'Without an answer in time and in spite of a reminder, silence accepts under the contract.',
  ),
  'silence-decides-nothing': localise(
    'Le délai de réponse est passé ; le contrat ne dit pas ce que vaut le silence : la mesure compte.',
    'The time to answer is past; the contract does not say what silence means: the measure counts.',
  ),
  'silence-without-reminder': localise(
    'Le délai de réponse est passé sans relance consignée : le silence ne vaut pas acceptation.',
    'The time to answer is past without a recorded reminder: silence does not accept.',
  ),
  'exclusion-by-both': localise(
    'Exclu d’un commun accord : les deux parties l’ont consigné.',
    'Excluded by joint consent: both parties recorded it.',
  ),
  'exclusion-by-silence': localise(
    'Exclu : une partie l’a consigné, et le silence de l’autre, relancée, vaut accord selon le contrat.',
    'Excluded: one party recorded it, and the silence of the other, reminded, means consent under the contract.',
  ),
  'exclusion-by-one-party': localise(
    'Une seule partie a consigné l’exclusion : sans effet.',
    'One party alone recorded the exclusion: no effect.',
  ),
  'claim-withdrawn': localise(
    'La partie qui contestait a retiré sa contestation : la mesure compte.',
    'The party that claimed has withdrawn its claim: the measure counts.',
  ),
  'no-measure': localise(
    'Cet engagement ne mesure pas ce ticket : la contestation ne porte sur aucun chiffre.',
    'This commitment does not measure this ticket: the claim is about no figure.',
  ),
}
