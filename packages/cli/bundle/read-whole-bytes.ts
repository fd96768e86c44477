import { readFileSync } from 'node:fs'
import { CommandFailure } from '../failure.ts'

/** The bytes of a file as they are, never unpacked; throws `CommandFailure` when it cannot be read. */
export function readWholeBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandFailure({ fr: `${path} : illisible (${code})`, en: `${path}: cannot be read (${code})` })
  }
}
