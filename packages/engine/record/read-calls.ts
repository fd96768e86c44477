import { parseCivilDate } from '../base/civil-date.ts'
import {
  createFactReader,
  type FactFields,
  type FactReader,
  type FactReadingOptions,
  type FactRefusal,
  type FactsRead,
  isRefusal,
  readWith,
  refuseFact,
} from './fact-table.ts'

/** The telephone of one civil day: calls offered, answered, answered within the target, abandoned. */
export type CallDay = {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly offered: number
  readonly answered: number
  readonly answeredInTarget: number
  readonly abandoned: number
}

export const CALL_COLUMNS = ['day', 'offered', 'answered', 'answeredInTarget', 'abandoned'] as const
type CallColumn = (typeof CALL_COLUMNS)[number]

/** Reads a call file: `day,offered,answered,answeredInTarget,abandoned`, one row a day. */
export function readCalls(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<CallDay> {
  return readWith(createCallReader(options), source)
}

export function createCallReader(options: FactReadingOptions = {}): FactReader<CallDay> {
  return createFactReader(
    { columns: CALL_COLUMNS, required: CALL_COLUMNS, read: readCallDay, key: (calls) => calls.day },
    options,
  )
}

function readCallDay(fields: FactFields<CallColumn>): CallDay | FactRefusal {
  const day = fields.text('day')
  if (parseCivilDate(day) === undefined) {
    return refuseFact(
      'impossible-date',
      `« day » vaut « ${day} » ; un jour AAAA-MM-JJ est attendu`,
      `"day" is "${day}"; a day YYYY-MM-DD is expected`,
    )
  }
  const offered = readCount(fields, 'offered')
  if (isRefusal(offered)) return offered
  const answered = readCount(fields, 'answered')
  if (isRefusal(answered)) return answered
  const answeredInTarget = readCount(fields, 'answeredInTarget')
  if (isRefusal(answeredInTarget)) return answeredInTarget
  const abandoned = readCount(fields, 'abandoned')
  if (isRefusal(abandoned)) return abandoned
  if (answeredInTarget > answered) return impossible('answeredInTarget', 'answered')
  if (answered + abandoned > offered) return impossible('answered + abandoned', 'offered')
  return { day, offered, answered, answeredInTarget, abandoned }
}

function readCount(fields: FactFields<CallColumn>, column: CallColumn): number | FactRefusal {
  const text = fields.text(column)
  return /^\d{1,9}$/.test(text)
    ? Number(text)
    : refuseFact(
        'bad-count',
        `« ${column} » vaut « ${text} » ; un nombre entier est attendu`,
        `"${column}" is "${text}"; a whole number is expected`,
      )
}

function impossible(part: string, whole: string): FactRefusal {
  return refuseFact('impossible-count', `« ${part} » dépasse « ${whole} »`, `"${part}" is more than "${whole}"`)
}
