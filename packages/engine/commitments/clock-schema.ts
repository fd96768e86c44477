import * as z from 'zod'
import { duration } from '../base/clause/civil-time.ts'
import { declared, identifier, reference, text } from '../base/clause/identifiers.ts'
import { Target } from '../base/clause/target.ts'
import type { ClockRules, PauseClause, PriorityRules } from './clause-types.ts'

/** The measures that a clock can make on a ticket. */
export const MEASURE_KINDS = [
  'response',
  'intervention',
  'workaround',
  'restoration',
  'resolution',
  'closure',
  'update-interval',
] as const

/** Clause kind: priorities, by impact and urgency. `decidedBy` defaults to the matrix, else to both parties; `onChange` to retroactive. */
export const PrioritiesClause = z
  .strictObject({
    levels: z.array(declared('priority')).min(1).describe('Priorities, the highest first.'),
    matrix: z
      .record(declared('impact'), z.record(declared('urgency'), reference('priority')))
      .exactOptional()
      .describe('impact → urgency → priority, for every pair.'),
    decidedBy: z
      .enum(['matrix', 'both', 'client', 'provider'])
      .exactOptional()
      .describe('Who may change a priority. Default: matrix where there is one, else both.'),
    onChange: z
      .enum(['retroactive', 'prospective', 'frozen'])
      .exactOptional()
      .describe('What a change of priority does to a running clock. Default: retroactive.'),
  })
  .transform(
    ({ decidedBy, onChange, ...rest }): PriorityRules => ({
      ...rest,
      decidedBy: decidedBy ?? (rest.matrix ? 'matrix' : 'both'),
      onChange: onChange ?? 'retroactive',
    }),
  )

const pause = z
  .strictObject({
    reason: declared('pause-reason').describe('The word that `paused` events carry in `reason`.'),
    clause: identifier().exactOptional(),
    label: text().exactOptional(),
    imputable: z.enum(['client', 'provider', 'third-party']).describe('To whom the pause is imputable.'),
    appliesTo: z
      .array(z.enum(MEASURE_KINDS))
      .min(1)
      .exactOptional()
      .describe('Measures whose clock stops. Default: workaround, restoration, resolution.'),
    proof: z.enum(['required', 'optional']).exactOptional().describe('required: a pause without text counts.'),
    remindAfter: Target.exactOptional().describe('When the provider owes a reminder; changes no figure.'),
    atMost: Target.exactOptional().describe('Longest pause.'),
    // biome-ignore lint/suspicious/noThenProperty: `then` is the contract format's word for what follows
    then: z
      .enum(['resume', 'close-without-answer'])
      .exactOptional()
      .describe('Past the longest pause: time counts again (resume, the default) or the ticket closes, never as met.'),
  })
  .transform(
    ({ appliesTo, proof, then, ...rest }): PauseClause => ({
      ...rest,
      appliesTo: appliesTo ?? ['workaround', 'restoration', 'resolution'],
      proof: proof ?? 'optional',
      // biome-ignore lint/suspicious/noThenProperty: `then` is the contract format's word for what follows
      then: then ?? 'resume',
    }),
  )

const channels = z.strictObject({
  opensClock: z
    .array(identifier())
    .exactOptional()
    .describe('Channels whose reports open the clock; absent: every channel.'),
  outsideHours: z
    .array(identifier())
    .exactOptional()
    .describe('Channels that open it outside hours too; the others wait for the next opening.'),
  rights: z
    .record(identifier(), z.union([z.literal('matrix'), reference('priority')]))
    .exactOptional()
    .describe('Which priority each channel can give: that of the matrix, or always the same one (droit de priorité).'),
})

/** Clause kind: how the clocks start, stop, pause and start again; defaults in `clockRules`. */
export const ClockClause = z
  .strictObject({
    startsAt: z.enum(['reported', 'detected']).exactOptional().describe('Default: reported.'),
    pauses: z.array(pause).exactOptional().describe('A closed list: an unlisted reason counts, and is warned.'),
    reopen: z
      .strictObject({ within: duration(), mode: z.enum(['resume', 'restart', 'continue']) })
      .exactOptional()
      .describe('A reopening within the window; past it, or without this clause, a second cycle starts.'),
    version: z
      .enum(['at-report', 'at-milestone'])
      .exactOptional()
      .describe('Version of the contract that judges a ticket. Default: at-report.'),
    automaticAnswers: z
      .enum(['ignored', 'counted'])
      .exactOptional()
      .describe('ignored (default): an event of a system reaches no milestone.'),
    mass: z
      .enum(['parent-only', 'each'])
      .exactOptional()
      .describe('Children of one parent incident count once, or each (default).'),
    channels: channels.exactOptional(),
    closes: z.strictObject({ tacitAfter: Target }).exactOptional().describe('Tacit closure after a resolution.'),
  })
  .transform(clockRules)

type ClockWords = { readonly [K in keyof ClockRules]?: ClockRules[K] }

/** What a contract that is silent means: semantics, *Tickets*. */
export function clockRules(words: ClockWords): ClockRules {
  return {
    ...words,
    startsAt: words.startsAt ?? 'reported',
    pauses: words.pauses ?? [],
    version: words.version ?? 'at-report',
    automaticAnswers: words.automaticAnswers ?? 'ignored',
    mass: words.mass ?? 'each',
  }
}
