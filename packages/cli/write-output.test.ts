import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandFailure } from './failure.ts'
import { openOutput, writeFiles } from './write-output.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-output-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('an output', () => {
  it('does not exist before it is whole', () => {
    const path = join(folder, 'new/report.csv')
    const output = openOutput(path)
    output.write('a,b\n')
    expect(existsSync(path)).toBe(false)
    output.keep()
    expect(readFileSync(path, 'utf8')).toBe('a,b\n')
  })

  it('keeps the order of text and bytes', () => {
    const path = join(folder, 'mixed')
    const output = openOutput(path)
    output.write('é')
    output.write(new Uint8Array([0x21]))
    output.write('x'.repeat(300_000))
    output.keep()
    expect(readFileSync(path, 'utf8')).toBe(`é!${'x'.repeat(300_000)}`)
  })

  it('leaves nothing behind when it is dropped', () => {
    const output = openOutput(join(folder, 'dropped/file'))
    output.write('x')
    output.drop()
    expect(readdirSync(join(folder, 'dropped'))).toEqual([])
  })
})

describe('several files', () => {
  it('are all written or none', () => {
    const good = join(folder, 'set/good')
    writeFiles([{ path: good, bytes: 'before' }])
    const impossible = join(good, 'under-a-file')
    expect(() =>
      writeFiles([
        { path: good, bytes: 'after' },
        { path: impossible, bytes: 'x' },
      ]),
    ).toThrow(CommandFailure)
    expect(readFileSync(good, 'utf8')).toBe('before')
    expect(readdirSync(join(folder, 'set'))).toEqual(['good'])
  })
})
