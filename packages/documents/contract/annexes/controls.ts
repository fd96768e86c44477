import { sayBox } from '../boxes.ts'
import { controlName, evidenceName } from '../chapters/controls.ts'
import { en, fr, inlineOf } from '../inline.ts'
import { type Annex, column, numbers, row, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Annex: the recurring controls at a glance. */
export function controlsAnnex(writing: Writing): Annex | undefined {
  const { contract, say, text, duration, percent, anchors } = writing
  const { controls = [] } = contract.commitments
  if (controls.length === 0) return undefined
  return {
    anchor: 'annex:controls',
    title: say(fr`Contrôles récurrents`, en`Recurring controls`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Contrôles récurrents', 'Recurring controls'),
          [
            column(text('Contrôle', 'Control'), 2),
            column(text('Clause', 'Clause'), 0.9),
            column(text('Population', 'Population'), 2),
            column(text('Intervalle', 'Interval'), 1.2),
            column(text('Délai', 'Delay'), 1.2),
            numbers(text('Taux exigé', 'Required rate'), 1),
            column(text('Preuve', 'Proof'), 1.2),
          ],
          controls.map(({ id, clause, label, control, population, every, within, atLeast, evidence }) => {
            const to = anchors.to('commitment', id)
            const box = Object.fromEntries(
              Object.entries(population ?? {}).map(([key, value]) => [
                key,
                typeof value === 'string' ? [value] : value,
              ]),
            )
            return row([
              inlineOf(label ?? controlName(control, text)),
              { text: clause ?? id, ...(to === undefined ? {} : { to }) },
              sayBox(box, writing),
              every === undefined ? undefined : duration(every),
              within === undefined ? undefined : duration(within),
              atLeast === undefined ? undefined : percent(atLeast),
              evidence === undefined ? undefined : evidenceName(evidence, text),
            ])
          }),
        ),
      ),
    ],
  }
}
