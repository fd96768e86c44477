import type { Instant } from '../base/instant.ts'
import { CONTROL_OUTCOMES, type ControlOutcome, controlOutcomeOf } from './control-outcome.ts'
import {
  createFactReader,
  type FactFields,
  type FactReader,
  type FactReadingOptions,
  type FactRefusal,
  type FactsRead,
  isRefusal,
  missingField,
  readWith,
  refuseFact,
} from './fact-table.ts'

/** The outcome of one recurring control (backup, restore test, patch…) on one subject. */
export type ControlFact = {
  readonly control: string
  /** What was controlled; absent where the control has one subject only. */
  readonly subject?: string
  readonly at: Instant
  readonly result: ControlOutcome
  readonly evidence?: string
}

export const CONTROL_COLUMNS = ['control', 'subject', 'at', 'result', 'evidence'] as const
type ControlColumn = (typeof CONTROL_COLUMNS)[number]

/** Reads a control file: `control,subject,at,result,evidence`; `result` is one of a closed list of words. */
export function readControls(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<ControlFact> {
  return readWith(createControlReader(options), source)
}

export function createControlReader(options: FactReadingOptions = {}): FactReader<ControlFact> {
  return createFactReader(
    { columns: CONTROL_COLUMNS, required: ['control', 'at', 'result'], read: readControl },
    options,
  )
}

function readControl(fields: FactFields<ControlColumn>): ControlFact | FactRefusal {
  const control = fields.text('control')
  if (control === '') return missingField('control')
  const at = fields.instant('at') ?? missingField('at')
  if (isRefusal(at)) return at
  const result = readResult(fields.text('result'))
  if (isRefusal(result)) return result
  const subject = fields.text('subject')
  const evidence = fields.text('evidence')
  return { control, ...(subject === '' ? {} : { subject }), at, result, ...(evidence === '' ? {} : { evidence }) }
}

function readResult(word: string): ControlOutcome | FactRefusal {
  if (word === '') return missingField('result')
  const expected = CONTROL_OUTCOMES.join(', ')
  return (
    controlOutcomeOf(word) ??
    refuseFact(
      'unknown-result',
      `résultat inconnu « ${word} » ; attendu : ${expected}`,
      `unknown result "${word}"; expected: ${expected}`,
    )
  )
}
