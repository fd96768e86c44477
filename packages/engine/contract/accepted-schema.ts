import * as z from 'zod'
import { civilDate } from '../base/clause/civil-time.ts'
import { identifier, text } from '../base/clause/identifiers.ts'

const acceptance = z.strictObject({
  rule: identifier().describe('Rule whose finding is accepted: SL12.'),
  path: text()
    .exactOptional()
    .describe('Place of the finding, or of what holds it: commitments.targets[7], commitments.targets[P1-RESPONSE].'),
  clause: identifier().exactOptional().describe('Number of the clause of the finding.'),
  reason: text().describe('Why both parties live with it.'),
  until: civilDate().describe('Last day on which it is accepted.'),
  by: text().exactOptional().describe('Who accepted it: a role, a person.'),
})

/** Findings of the contract’s check that the parties accept, each with its reason and its end. */
export const AcceptedFindings = z.array(acceptance)
export type AcceptedFinding = z.output<typeof acceptance>
