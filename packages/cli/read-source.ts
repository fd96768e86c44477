import { createReadStream, fstatSync, openSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { CommandFailure } from './failure.ts'
import type { Progress } from './progress.ts'

/** Takes the bytes of a source, in order; returns false to stop reading (a fault was found). */
export type TakeBytes = (chunk: Uint8Array) => boolean

/**
 * Streams a file, or standard input for `-`, to `take`, unpacking gzip (RFC 1952, recognised by its first two bytes).
 * Throws `CommandFailure` when the file cannot be read or its gzip is cut or damaged.
 */
export async function readSource(path: string, take: TakeBytes, progress?: Progress): Promise<void> {
  try {
    for await (const chunk of unpacked(openSource(path, progress))) if (!take(chunk)) break
  } catch (error) {
    throw sourceFailure(path, error)
  } finally {
    progress?.done()
  }
}

/** The whole text of a small file (contract, mapping), UTF-8; refuses more than `limit` bytes. */
export async function readWholeText(path: string, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  await readSource(path, (chunk) => {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    return size <= limit
  })
  if (size > limit) {
    throw new CommandFailure({
      fr: `${path} : fichier trop grand (plus de ${limit / 1e6} Mo)`,
      en: `${path}: file too large (over ${limit / 1e6} MB)`,
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new CommandFailure({
      fr: `${path} : ce n’est pas du texte UTF-8`,
      en: `${path}: not UTF-8 text`,
    })
  }
}

function openSource(path: string, progress: Progress | undefined): AsyncIterable<Buffer> {
  if (path === '-') return process.stdin
  let size: number
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
    const status = fstatSync(descriptor)
    if (status.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' })
    size = status.size
  } catch (error) {
    throw sourceFailure(path, error)
  }
  const stream = createReadStream(path, { fd: descriptor, highWaterMark: 1 << 20 })
  return progress ? watched(stream, size, progress) : stream
}

async function* watched(stream: AsyncIterable<Buffer>, size: number, progress: Progress): AsyncGenerator<Buffer> {
  let seen = 0
  for await (const chunk of stream) {
    seen += chunk.length
    progress.at(seen, size)
    yield chunk
  }
}

/** The bytes of `raw`, unpacked when the first two are gzip's. */
async function* unpacked(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = raw[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < 2) {
    const next = await chunks.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  const whole = (async function* () {
    yield head
    yield* { [Symbol.asyncIterator]: () => chunks }
  })()
  if (head[0] !== 0x1f || head[1] !== 0x8b) {
    yield* whole
    return
  }
  const gunzip = createGunzip({ chunkSize: 1 << 20 })
  const packed = pipeline(Readable.from(whole), gunzip)
  packed.catch(() => {})
  yield* gunzip
  await packed
}

function sourceFailure(path: string, error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Readonly<Record<string, readonly [string, string]>> = {
    ENOENT: ['fichier introuvable', 'no such file'],
    EISDIR: ['c’est un dossier, un fichier est attendu', 'this is a folder, a file is expected'],
    EACCES: ['lecture interdite', 'permission denied'],
    Z_BUF_ERROR: ['archive gzip tronquée', 'truncated gzip'],
    Z_DATA_ERROR: ['archive gzip endommagée', 'damaged gzip'],
  }
  const reason = reasons[code]
  if (!reason) throw error
  return new CommandFailure({ fr: `${path} : ${reason[0]}`, en: `${path}: ${reason[1]}` })
}
