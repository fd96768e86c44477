import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { jsonExportLines } from './json-export.ts'
import { decodeUtf8, encodeUtf8, firstInvalid } from './utf8.ts'

/** What takes the pieces of a source; as `TableReader`. */
export type PieceTaker = {
  write(chunk: string | Uint8Array): boolean
  end(): Issue | undefined
}

/**
 * Lets a source through to a reader of rows as it is, but for one that begins as JSON: that is read whole, for its rows
 * are known only at its end. JSON Lines then go on as they are.
 */
export function createWholeJson(rows: PieceTaker): PieceTaker {
  let held: Uint8Array[] | undefined = []
  let size = 0

  function letThrough(): boolean {
    const pieces = held ?? []
    held = undefined
    return pieces.every((piece) => rows.write(piece))
  }
  return {
    write(chunk) {
      if (held === undefined) return rows.write(chunk)
      const bytes = typeof chunk === 'string' ? encodeUtf8(chunk) : chunk.slice()
      held.push(bytes)
      size += bytes.length
      const first = firstSign(held)
      if (first === undefined || (size <= LONGEST && JSON_STARTS.has(first))) return true
      return letThrough()
    },
    end() {
      if (held === undefined) return rows.end()
      const isList = firstSign(held) === OPEN_LIST
      const text = textOf(held, size)
      const lines = text === undefined ? undefined : jsonExportLines(text)
      if (text !== undefined && lines === undefined && isList) return NOT_JSON
      if (lines === undefined) letThrough()
      else rows.write(lines)
      return rows.end()
    },
  }
}

/** Bytes up to which a JSON document is read whole. */
const LONGEST = 64_000_000
const OPEN_LIST = 91
const OPEN_OBJECT = 123
const JSON_STARTS: ReadonlySet<number> = new Set([OPEN_LIST, OPEN_OBJECT])
/** Blanks, and the bytes of the UTF-8 byte order mark. */
const BEFORE: ReadonlySet<number> = new Set([9, 10, 13, 32, 0xef, 0xbb, 0xbf])

const NOT_JSON: Issue = {
  code: 'not-json',
  place: { line: 1 },
  message: localise('le fichier commence comme du JSON et n’en est pas', 'the file begins as JSON and is none'),
  expected: localise('une liste d’objets JSON', 'a list of JSON objects'),
}

function firstSign(pieces: readonly Uint8Array[]): number | undefined {
  for (const piece of pieces) for (const byte of piece) if (!BEFORE.has(byte)) return byte
  return undefined
}

/** `undefined` where the bytes are no UTF-8: the reader of rows says on which line. */
function textOf(pieces: readonly Uint8Array[], size: number): string | undefined {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  const mark = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf ? 3 : 0
  return firstInvalid(whole, mark, size) < 0 ? decodeUtf8(whole, mark, size) : undefined
}
