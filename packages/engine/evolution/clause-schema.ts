import * as z from 'zod'
import { civilDate, duration } from '../base/clause/civil-time.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { amount } from '../base/clause/quantities.ts'
import { Target } from '../base/clause/target.ts'
import { Pricing } from './pricing-schema.ts'

const option = z.strictObject({
  id: declared('option'),
  clause: identifier().exactOptional(),
  label: text().exactOptional(),
  exercisableFrom: civilDate().exactOptional(),
  exercisableUntil: civilDate().exactOptional().describe('Last day on which it may be exercised.'),
  price: amount().exactOptional(),
  effect: text().exactOptional().describe('What it changes in the commitments: « aucun » where nothing.'),
})

const change = z.strictObject({
  clause: identifier().exactOptional(),
  quoteWithin: Target.exactOptional().describe('Time to quote a change.'),
  approver: reference('role').exactOptional().describe('Who accepts it.'),
  procedure: text().exactOptional(),
})

/** Chapter 6: prices and their revision, review of the contract (évolution). Read and validated; executed by that chapter. */
export const EvolutionChapter = z
  .strictObject({
    pricing: Pricing.exactOptional(),
    options: z.array(option).exactOptional().describe('What the client may still ask for, when, at what price.'),
    change: change.exactOptional().describe('How the contract changes (procédure de modification).'),
    review: z.strictObject({ every: duration(), remind: duration().exactOptional() }).exactOptional(),
  })
  .meta({ id: 'EvolutionChapter', description: 'Chapter 6, evolution (évolution).' })
export type EvolutionChapter = z.output<typeof EvolutionChapter>
