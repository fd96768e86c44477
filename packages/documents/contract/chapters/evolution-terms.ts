import type { Evolution, Pricing } from '../clause-types.ts'
import type { Inline } from '../document-model.ts'
import { code, en, fr, joined, sentences } from '../inline.ts'
import { column, item, numbers, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** What the client may still ask for. */
export function optionsSubject(
  list: NonNullable<Evolution['options']>,
  { say, text, money, date, anchors }: Writing,
): Subject {
  return {
    anchor: 'article:options',
    title: say(fr`Options`, en`Options`),
    blocks: [
      paragraph(
        say(
          fr`Le Client peut lever les options ci-dessous par un acte daté.`,
          en`The Client may take up the options below by a dated act.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Options', 'Options'),
          [
            column(text('Option', 'Option'), 2),
            column(text('Identifiant', 'Identifier'), 1.3),
            column(text('Clause', 'Clause'), 0.8),
            column(text('À partir du', 'From'), 1.4),
            column(text('Jusqu’au', 'Until'), 1.4),
            numbers(text('Prix', 'Price'), 1.2),
            column(text('Effet sur les engagements', 'Effect on commitments'), 2),
          ],
          list.map(({ id, clause, label, exercisableFrom, exercisableUntil, price, effect }) =>
            row(
              [
                label ?? id,
                code(id),
                clause,
                exercisableFrom === undefined ? undefined : date(exercisableFrom),
                exercisableUntil === undefined ? undefined : date(exercisableUntil),
                price === undefined ? undefined : money(price),
                effect,
              ],
              anchors.of('option', id),
            ),
          ),
        ),
      ),
    ],
  }
}

/** How the contract changes. */
export function changeSubject(
  { clause, quoteWithin, approver, procedure }: NonNullable<Evolution['change']>,
  { say, target, name }: Writing,
): Subject {
  return {
    anchor: 'article:change',
    title: say(fr`Procédure de modification`, en`Change procedure`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'change',
        clause,
        title: say(fr`Demande, devis et accord`, en`Request, quote and agreement`),
        blocks: [
          paragraph(
            sentences(
              quoteWithin &&
                say(
                  fr`Le Prestataire chiffre une demande de modification sous ${target(quoteWithin)}.`,
                  en`The Provider quotes a change within ${target(quoteWithin)}.`,
                ),
              approver === undefined
                ? undefined
                : say(
                    fr`Elle est acceptée par « ${name('role', approver)} ».`,
                    en`It is accepted by “${name('role', approver)}”.`,
                  ),
              procedure === undefined ? undefined : say(fr`Procédure : ${procedure}.`, en`Procedure: ${procedure}.`),
            ),
          ),
        ],
      },
    ],
  }
}

/** The indices that prices follow. */
export function indicesSubject(
  list: NonNullable<Pricing['indices']>,
  { say, text, duration, anchors }: Writing,
): Subject {
  const described = list.map(({ id, label, publisher, series, base, publishedAfter }): Inline => {
    const parts = present<Inline>(
      publisher === undefined ? undefined : say(fr`publié par ${publisher}`, en`published by ${publisher}`),
      series === undefined ? undefined : say(fr`série ${series}`, en`series ${series}`),
      base === undefined ? undefined : say(fr`référence : ${base}`, en`reference: ${base}`),
      publishedAfter === undefined
        ? undefined
        : say(
            fr`publié au plus tard ${duration(publishedAfter)} après la fin du mois`,
            en`published at the latest ${duration(publishedAfter)} after the month’s end`,
          ),
    )
    const head = label === undefined ? [code(id)] : joined([label, ' (', code(id), ')'])
    return parts.length === 0
      ? joined([head, text(' ;', ';')])
      : say(fr`${head} : ${joined(parts, ', ')} ;`, en`${head}: ${joined(parts, ', ')};`)
  })
  return {
    anchor: 'article:indices',
    title: say(fr`Indices`, en`Indices`),
    blocks: [
      paragraph(say(fr`Les indices de révision sont :`, en`The indices of the revision are:`)),
      ...list.map(({ id }, index) => item(described[index] ?? [], anchors.of('index', id))),
    ],
  }
}
