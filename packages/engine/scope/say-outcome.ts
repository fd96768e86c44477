import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import type { VerdictOutcome } from './scope-verdict.ts'

/** What each outcome is called before a person. */
export const OUTCOME_WORDS = {
  included: localise('compris dans le forfait', 'included in the fee'),
  'on-demand': localise('à la demande, hors forfait', 'on demand, outside the fee'),
  excluded: localise('exclu du contrat', 'excluded from the contract'),
  client: localise('à la charge du client', 'up to the client'),
  'third-party': localise('à la charge d’un tiers', 'up to a third party'),
  gap: localise('aucune règle du contrat ne répond', 'no rule of the contract answers'),
  conflict: localise('des règles du contrat se contredisent', 'rules of the contract contradict each other'),
  undetermined: localise(
    'la réponse dépend de ce que la question ne dit pas',
    'the answer depends on what the question leaves out',
  ),
  unserved: localise('hors des zones où le prestataire se déplace', 'outside the zones that the provider serves'),
} as const satisfies Readonly<Record<VerdictOutcome, Localised>>

/** One letter by outcome, the same in both languages, so that a matrix reads without colour. */
export const OUTCOME_LETTERS = {
  included: 'I',
  'on-demand': 'D',
  excluded: 'X',
  client: 'C',
  'third-party': 'T',
  gap: '?',
  conflict: '!',
  undetermined: '~',
  unserved: '-',
} as const satisfies Readonly<Record<VerdictOutcome, string>>

/** An outcome with its third party and its price. */
export function sayOutcome(
  { outcome, price, by }: { readonly outcome: VerdictOutcome; readonly price?: string; readonly by?: string },
  nameOf: (id: string) => string = (id) => id,
): Localised {
  const words = OUTCOME_WORDS[outcome]
  const whom = by === undefined ? '' : ` : ${by}`
  const fee = price === undefined ? '' : ` (${nameOf(price)})`
  return localise(`${words.fr}${whom}${fee}`, `${words.en}${whom.replace(' : ', ': ')}${fee}`)
}
