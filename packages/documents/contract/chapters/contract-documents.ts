import { code, en, fr, inlineOf } from '../inline.ts'
import { column, item, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import { usualName } from '../usual-names.ts'
import type { Writing } from '../writing.ts'

type States = NonNullable<NonNullable<Writing['contract']['documents']>[number]['states']>

/** The documents in order of precedence. */
export function documents(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors } = writing
  const list = contract.documents ?? []
  if (list.length === 0) return undefined
  const ranked = list.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
  return {
    anchor: 'article:documents',
    title: say(fr`Documents contractuels et ordre de préséance`, en`Documents and order of precedence`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat est formé des documents ci-dessous. En cas de contradiction, le document de rang 1 prévaut sur celui de rang 2, et ainsi de suite.`,
          en`The contract is made of the documents below. In case of contradiction, the document of rank 1 prevails over that of rank 2, and so on.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Ordre de préséance des documents', 'Order of precedence of the documents'),
          [
            column(text('Rang', 'Rank'), 0.6),
            column(text('Document', 'Document'), 3),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Fichier', 'File'), 2),
            column(text('Empreinte SHA-256', 'SHA-256'), 3),
            column(text('Ce qu’il dit de la durée', 'What it says of the term'), 2.6),
            column(text('Référentiels cités', 'Standards cited'), 2),
          ],
          ranked.map(({ id, rank, label, file, sha256, states, cites }) =>
            row(
              [
                rank,
                label ?? usualName('document', id, text),
                code(id),
                file,
                sha256 === undefined ? undefined : code(sha256),
                states && statedText(states, writing),
                cites && writing.and(cites),
              ],
              anchors.of('document', id),
            ),
          ),
        ),
      ),
    ],
  }
}

/** What another document says of the term, which may differ. */
function statedText(
  { renewal, notice: delay, initial, earlyTermination: early }: States,
  { text, duration }: Writing,
): string {
  const modes = {
    tacit: text('reconduction tacite', 'tacit renewal'),
    express: text('reconduction expresse', 'express renewal'),
    none: text('pas de reconduction', 'no renewal'),
  }
  const leaving = {
    free: text('sortie anticipée sans frais', 'early exit free'),
    'remaining-fees': text(
      'redevances restantes dues en cas de sortie anticipée',
      'remaining fees due on an early exit',
    ),
  }
  return present(
    initial === undefined
      ? undefined
      : text(`durée initiale de ${duration(initial)}`, `initial term of ${duration(initial)}`),
    renewal && modes[renewal],
    delay === undefined ? undefined : text(`préavis de ${duration(delay)}`, `notice of ${duration(delay)}`),
    early && leaving[early],
  ).join(', ')
}

/** General conditions and standards that govern the contract. */
export function standards({ contract, say }: Writing): Subject | undefined {
  const list = contract.governedBy ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'article:standards',
    title: say(fr`Référentiels applicables`, en`Governing standards`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat est régi, pour ce qu’il ne règle pas, par les conditions et référentiels suivants :`,
          en`For what it does not settle, the contract is governed by the following conditions and standards:`,
        ),
      ),
      ...list.map((one) => item(inlineOf(one))),
    ],
  }
}
