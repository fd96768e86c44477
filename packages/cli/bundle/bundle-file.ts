import { createHash } from 'node:crypto'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { CommandFailure } from '../failure.ts'

/** A file of a bundle, in memory or on disk; read in pieces, as often as asked. */
export type BundleFile = { readonly size: number; chunks(): Iterable<Uint8Array> }

export function memoryFile(content: Uint8Array | string): BundleFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { size: bytes.length, chunks: () => [bytes] }
}

/** A file on disk; never a link. Reading throws `CommandFailure` where that cannot be. */
export function diskFile(path: string, size: number): BundleFile {
  return { size, chunks: () => piecesOf(path) }
}

/** The whole of a file that is small by nature; throws `CommandFailure` when it is not. */
export function wholeBytes(file: BundleFile): Uint8Array {
  if (file.size > LARGEST_WHOLE)
    throw new CommandFailure({
      fr: `un fichier de ${file.size} octets est trop grand pour ce qu’il doit contenir`,
      en: `a file of ${file.size} bytes is too large for what it has to hold`,
    })
  return new Uint8Array(Buffer.concat([...file.chunks()]))
}

/** In hexadecimal. */
export function sha256Of(file: Pick<BundleFile, 'chunks'>): string {
  const hash = createHash('sha256')
  for (const chunk of file.chunks()) hash.update(chunk)
  return hash.digest('hex')
}

/** The lines of a file as bytes, without their newlines; a file that does not end with one has its last line too. */
export function* linesIn(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let begun: Uint8Array[] = []
  for (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const rest = chunk.subarray(start, end)
      yield begun.length === 0 ? rest : Buffer.concat([...begun, rest])
      begun = []
      start = end + 1
    }
    if (start < chunk.length) begun.push(chunk.subarray(start))
  }
  if (begun.length > 0) yield Buffer.concat(begun)
}

/** Lines as the bytes of a file, each with its newline, in pieces of some 256 kB. */
export function* joinLines(lines: Iterable<Uint8Array>): Generator<Uint8Array> {
  let [held, used] = [Buffer.alloc(PIECE), 0]
  for (const line of lines) {
    if (used + line.length + 1 > held.length) {
      if (used > 0) yield held.subarray(0, used)
      ;[held, used] = [Buffer.alloc(Math.max(PIECE, line.length + 1)), 0]
    }
    held.set(line, used)
    used += line.length + 1
    held[used - 1] = NEWLINE
  }
  if (used > 0) yield held.subarray(0, used)
}

function* piecesOf(path: string): Generator<Uint8Array> {
  const descriptor = attempt(path, () => openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)))
  try {
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(PIECE)
      const length = attempt(path, () => readSync(descriptor, piece))
      if (length === 0) return
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(descriptor)
  }
}

function attempt<Value>(path: string, act: () => Value): Value {
  try {
    return act()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandFailure({ fr: `${path} : illisible (${code})`, en: `${path}: cannot be read (${code})` })
  }
}

const NEWLINE = 10
const PIECE = 1 << 18
const LARGEST_WHOLE = 1 << 28
