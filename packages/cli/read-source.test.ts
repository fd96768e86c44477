import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandFailure } from './failure.ts'
import { readSource, readWholeText } from './read-source.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-source-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function bytesOf(path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  await readSource(path, (chunk) => chunks.push(chunk) > 0)
  return Buffer.concat(chunks)
}

async function failureOfReading(path: string): Promise<string> {
  const error = await bytesOf(path).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof CommandFailure ? (error.localised[0]?.en ?? '') : `no CommandFailure: ${error}`
}

describe('readSource', () => {
  const text = 'ticket,at,event\n'.repeat(200_000)

  it('gives a plain file as it is', async () => {
    expect((await bytesOf(file('plain.csv', text))).toString()).toBe(text)
  })

  it('unpacks gzip by its content, whatever the name', async () => {
    expect((await bytesOf(file('packed.csv', gzipSync(text)))).toString()).toBe(text)
  })

  it.each([
    ['empty', ''],
    ['one byte', 'x'],
  ])('accepts a file of %s', async (name, bytes) => {
    expect((await bytesOf(file(name, bytes))).toString()).toBe(bytes)
  })

  it('names a truncated gzip', async () => {
    const packed = gzipSync(text)
    expect(await failureOfReading(file('cut.gz', packed.subarray(0, packed.length - 20)))).toMatch(
      /cut\.gz: truncated gzip/,
    )
  })

  it('names a damaged gzip', async () => {
    const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i) % 251)))
    packed.fill(0xff, 40, 200)
    expect(await failureOfReading(file('bad.gz', packed))).toMatch(/bad\.gz: damaged gzip/)
  })

  it.each([
    ['a missing file', 'nowhere.csv', /no such file/],
    ['a folder', '.', /folder/],
  ])('names %s', async (_, name, expected) => {
    expect(await failureOfReading(join(folder, name))).toMatch(expected)
  })

  it('stops reading when its taker has seen enough', async () => {
    let seen = 0
    await readSource(file('long.csv', text.repeat(5)), (chunk) => {
      seen += chunk.length
      return false
    })
    expect(seen).toBeLessThan(text.length * 5)
  })
})

describe('readWholeText', () => {
  it('refuses more than its limit', async () => {
    await expect(readWholeText(file('big', 'x'.repeat(101)), 100)).rejects.toBeInstanceOf(CommandFailure)
  })
  it('refuses bytes that are no UTF-8', async () => {
    await expect(readWholeText(file('latin', Buffer.from([0x65, 0xe9, 0x20])), 100)).rejects.toBeInstanceOf(
      CommandFailure,
    )
  })
})
