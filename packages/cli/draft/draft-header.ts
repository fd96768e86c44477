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
`
}
