import type { DraftAnswers } from './draft-answers.ts'
import { quoted, wordsOf } from './draft-words.ts'
import { slugOf } from './slug.ts'

export function draftHeader(answers: DraftAnswers): string {
  const { language, client, provider, signed, start, term } = answers
  const say = wordsOf(answers)
  const id = `CTR-${slugOf(client, new Set(), 'client').toUpperCase()}`
  const note =
    language === 'fr'
      ? '# Premier contrat, composé par « vigie new » : à relire par les deux parties et par un juriste avant signature.'
      : '# A first contract, drawn up by "vigie new": to be read by both parties and by a lawyer before it is signed.'
  return `${note}
vigie: 1
contract:
  id: ${quoted(id)}
  title: ${say(`Contrat d’infogérance – ${client}`, `Managed services contract – ${client}`)}
  language: ${language}
  timeZone: Europe/Paris
  currency: EUR
  parties:
    client: { name: ${quoted(client)}, status: professional, sector: other }
    provider: { name: ${quoted(provider)}, status: professional }
  authority: contract
  signedOn: ${signed}
  effectiveFrom: ${start}
  term: { initial: P${term}M, renewal: { mode: tacit, for: P12M }, notice: P3M }
  documents:
    - { id: contract, label: ${say('Ce contrat', 'This contract')}, rank: 1 }
    - { id: annexes, label: ${say('Annexes', 'Annexes')}, rank: 2 }
    - { id: offer, label: ${say('Offre du prestataire', 'Offer of the provider')}, rank: 3 }
accepted:
  - rule: RV10
    reason: ${say('Aucun test de réversibilité n’a pu être fait avant le premier jour ; le premier est dû dans l’année.', 'No exit test could be made before the first day; the first one is due within the year.')}
    until: ${yearAfter(start)}
`
}

/** The same day a year later; 28 February for the 29th. */
function yearAfter(date: string): string {
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${day}`
}
