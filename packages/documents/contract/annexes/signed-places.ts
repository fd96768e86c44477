import { code, en, fr } from '../inline.ts'
import { type Annex, column, paragraph, row, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Annex: where each clause stands in the signed document, what it refers to and which defined terms it uses. */
export function signedPlacesAnnex({ contract, say, text, anchors }: Writing): Annex | undefined {
  const places = Object.entries(contract.clauses ?? {})
  if (places.length === 0) return undefined
  const link = (clause: string) => {
    const to = anchors.ofClause(clause) ?? anchors.to('document', clause)
    return { text: clause, ...(to === undefined ? {} : { to }) }
  }
  return {
    anchor: 'annex:signed-places',
    title: say(fr`Clauses dans le document signé`, en`Clauses in the signed document`),
    blocks: [
      paragraph(
        say(
          fr`Emplacement de chaque clause dans le document signé, dont le texte prévaut.`,
          en`Where each clause stands in the signed document, whose text prevails.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Clauses dans le document signé', 'Clauses in the signed document'),
          [
            column(text('Clause', 'Clause'), 0.9),
            column(text('Intitulé', 'Title'), 2),
            column(text('Page', 'Page'), 0.6),
            column(text('Texte signé', 'Signed words'), 4),
            column(text('Renvoie à', 'Refers to'), 1.2),
            column(text('Termes définis', 'Defined terms'), 1.6),
          ],
          places.map(([clause, { title, page, quote, refersTo, terms }]) =>
            row([
              link(clause),
              title,
              page,
              quote === undefined ? undefined : text(`«\u00a0${quote}\u00a0»`, `“${quote}”`),
              refersTo?.flatMap((one, index) => [...(index === 0 ? [] : [{ text: ', ' }]), link(one)]),
              terms?.join(', '),
            ]),
          ),
        ),
      ),
    ],
  }
}

/** Annex: findings that the parties accept. */
export function acceptedAnnex({ contract, say, text, date, anchors }: Writing): Annex | undefined {
  const { accepted = [] } = contract
  if (accepted.length === 0) return undefined
  return {
    anchor: 'annex:accepted',
    title: say(fr`Points acceptés par les Parties`, en`Points accepted by the Parties`),
    blocks: [
      paragraph(
        say(
          fr`Les Parties ont connaissance des points ci-dessous, relevés par le contrôle du contrat, et les acceptent jusqu’à la date indiquée.`,
          en`The Parties know of the points below, found by the check of the contract, and accept them until the date given.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Points acceptés', 'Accepted points'),
          [
            column(text('Règle', 'Rule'), 0.8),
            column(text('Clause', 'Clause'), 0.8),
            column(text('Emplacement', 'Place'), 2.4),
            column(text('Motif', 'Reason'), 4),
            column(text('Jusqu’au', 'Until'), 1.4),
            column(text('Par', 'By'), 1.2),
          ],
          accepted.map(({ rule, clause, path, reason, until, by }) => {
            const to = clause === undefined ? undefined : anchors.ofClause(clause)
            return row([
              code(rule),
              clause === undefined ? undefined : { text: clause, ...(to === undefined ? {} : { to }) },
              path === undefined ? undefined : code(path),
              reason,
              date(until),
              by,
            ])
          }),
        ),
      ),
    ],
  }
}
