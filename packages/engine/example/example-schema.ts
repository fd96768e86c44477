import * as z from 'zod'
import { month } from '../base/clause/civil-time.ts'
import type { Form } from '../base/clause/forms.ts'
import { identifier, text } from '../base/clause/identifiers.ts'
import { decimal } from '../base/clause/quantities.ts'
import { EVENT_FILE_COLUMNS } from '../record/event-columns.ts'

/** A text, or a number as its digits. */
const figure = z.union([text(), decimal()], 'a-text' satisfies Form)
const figures = z.record(text(), figure)

const fact = z
  .partialRecord(z.enum(EVENT_FILE_COLUMNS), figure)
  .describe('One row of an event file: { ticket, at, event, … }.')

/** A row of another fact file, by its columns. */
const rows = (columns: string) => z.array(figures).exactOptional().describe(columns)

const measure = z.strictObject({
  ticket: identifier(),
  commitment: identifier(),
  cycle: figure.exactOptional().describe('Default 1.'),
  state: text().exactOptional(),
  counted: figure.exactOptional().describe('Seconds, or an ISO 8601 duration: PT1H30M.'),
  remaining: figure.exactOptional(),
  startedAt: text().exactOptional(),
  stoppedAt: text().exactOptional(),
  dueAt: text().exactOptional(),
})

const commitment = z.strictObject({
  counted: figures.exactOptional(),
  rate: z.union([figures, z.null()], 'a-map' satisfies Form).exactOptional(),
  target: figure.exactOptional(),
  state: text().exactOptional(),
})

const penaltyLine = z.strictObject({
  penalty: identifier(),
  commitment: identifier(),
  ticket: identifier().exactOptional(),
  amount: figure.exactOptional(),
  due: text().exactOptional(),
})

const penalties = z.strictObject({
  status: text().exactOptional(),
  total: figure.exactOptional(),
  incurred: figure.exactOptional(),
  lines: z.array(penaltyLine).exactOptional().describe('All of them.'),
  capLines: z
    .array(z.strictObject({ cap: text(), amount: figure }))
    .exactOptional()
    .describe('All of them.'),
})

const question = z.strictObject({
  question: text().describe('As a person would ask it.'),
  ask: z.record(text(), figure).describe('The same in the words of the scope: { assetClass, site, mode… }.'),
  expect: z
    .record(text(), z.union([figure, z.boolean(), z.null(), z.record(text(), figure)], 'a-text' satisfies Form))
    .describe('The verdict: { outcome, rule, clause, price, by, zone… }.'),
})

/** A worked example of a contract: facts, and the figures that they must give. What it does not say is not checked. */
export const Example = z
  .strictObject({
    title: text(),
    month: month().exactOptional(),
    from: text().exactOptional(),
    to: text().exactOptional(),
    at: text().exactOptional().describe('The observation; default the end of the period.'),
    facts: z.array(fact),
    outages: rows('Rows of an outage file: { component, from, to, state, … }.'),
    controls: rows('Rows of a control file: { control, subject, at, result, evidence }.'),
    calls: rows('Rows of a call file: { day, offered, answered, answeredInTarget, abandoned }.'),
    fees: rows('Rows of a fee file: { month, fee, amount }.'),
    questions: z.array(question).exactOptional().describe('Questions to the scope, with their verdict.'),
    expect: z.strictObject({
      measures: z.array(measure).exactOptional(),
      commitments: z.record(text(), commitment).exactOptional(),
      penalties: penalties.exactOptional(),
      kpis: z.record(text(), z.record(text(), z.union([figure, z.null()]))).exactOptional(),
    }),
  })
  .meta({ id: 'Example', description: 'Facts and the figures that a contract must give of them.' })
export type Example = z.output<typeof Example>
