import { parseCivilDate } from '../base/civil-date.ts'
import type { Instant } from '../base/instant.ts'
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

/**
 * What a party did about amounts: put the other on notice (mise en demeure), claimed them, answered them, settled them
 * (credit note, deduction, payment).
 */
export const NOTICE_ACTS = ['notice', 'claim', 'observations', 'settlement'] as const
export type NoticeAct = (typeof NOTICE_ACTS)[number]

/** One act about penalties. What it names narrows it; naming nothing, it is about all that had happened by then. */
export type NoticeFact = {
  readonly at: Instant
  readonly act: NoticeAct
  /** Id of the penalty clause. */
  readonly penalty?: string
  readonly commitment?: string
  /** `YYYY-MM`: the month in which the amounts fall due. */
  readonly month?: string
  readonly party?: 'client' | 'provider'
  readonly text?: string
  /** When it was known; by default `at`. */
  readonly recordedAt: Instant
}

export const NOTICE_COLUMNS = ['at', 'act', 'penalty', 'commitment', 'month', 'party', 'text', 'recordedAt'] as const
type NoticeColumn = (typeof NOTICE_COLUMNS)[number]

/** Reads a file of notices: `at,act,penalty,commitment,month,party,text,recordedAt`; only `at` is needed, an act is a notice by default. */
export function readNotices(
  source: string | Uint8Array | Iterable<string | Uint8Array>,
  options: FactReadingOptions = {},
): FactsRead<NoticeFact> {
  return readWith(createNoticeReader(options), source)
}

export function createNoticeReader(options: FactReadingOptions = {}): FactReader<NoticeFact> {
  return createFactReader({ columns: NOTICE_COLUMNS, required: ['at'], read: readNotice }, options)
}

function readNotice(fields: FactFields<NoticeColumn>): NoticeFact | FactRefusal {
  const at = fields.instant('at') ?? missingField('at')
  if (isRefusal(at)) return at
  const recordedAt = fields.instant('recordedAt') ?? at
  if (isRefusal(recordedAt)) return recordedAt
  const act = oneOf(NOTICE_ACTS, fields.text('act') || 'notice', 'act', 'unknown-act')
  if (isRefusal(act)) return act
  const month = readMonth(fields.text('month'))
  if (isRefusal(month)) return month
  const party = fields.text('party')
  const side = party === '' ? undefined : oneOf(['client', 'provider'] as const, party, 'party', 'unknown-party')
  if (isRefusal(side)) return side
  const [penalty, commitment, text] = [fields.text('penalty'), fields.text('commitment'), fields.text('text')]
  return {
    at,
    act,
    ...(penalty === '' ? {} : { penalty }),
    ...(commitment === '' ? {} : { commitment }),
    ...(month === undefined ? {} : { month }),
    ...(side === undefined ? {} : { party: side }),
    ...(text === '' ? {} : { text }),
    recordedAt,
  }
}

function oneOf<Word extends string>(
  words: readonly Word[],
  text: string,
  column: string,
  code: string,
): Word | FactRefusal {
  const expected = words.join(', ')
  return (
    words.find((word) => word === text) ??
    refuseFact(
      code,
      `« ${column} » vaut « ${text} » ; attendu : ${expected}`,
      `"${column}" is "${text}"; expected: ${expected}`,
    )
  )
}

function readMonth(month: string): string | FactRefusal | undefined {
  if (month === '') return undefined
  if (/^\d{4}-\d\d$/.test(month) && parseCivilDate(`${month}-01`) !== undefined) return month
  return refuseFact(
    'impossible-date',
    `« month » vaut « ${month} » ; un mois AAAA-MM est attendu`,
    `"month" is "${month}"; a month YYYY-MM is expected`,
  )
}
