import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CommandFailure } from './failure.ts'

/** A file that exists only once it is whole: written beside its place, then renamed. */
export type Output = {
  write(text: string | Uint8Array): void
  /** Puts the file in its place. */
  keep(): void
  /** Leaves nothing behind. */
  drop(): void
}

const bufferSize = 1 << 18

/** Opens an output beside its final path; folders are made. Throws `CommandFailure` where that cannot be. */
export function openOutput(path: string): Output {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  const descriptor = attempt(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    return openSync(draft, 'w')
  })
  let pending = ''
  const put = (bytes: string | Uint8Array) => {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes
    for (let written = 0; written < buffer.length; ) written += writeSync(descriptor, buffer, written)
  }
  const flush = () => {
    if (pending) put(pending)
    pending = ''
  }
  return {
    write(text) {
      if (typeof text !== 'string') {
        flush()
        put(text)
        return
      }
      pending += text
      if (pending.length > bufferSize) flush()
    },
    keep() {
      attempt(path, () => {
        flush()
        fsyncSync(descriptor)
        closeSync(descriptor)
        renameSync(draft, path)
      })
    },
    drop() {
      closeSync(descriptor)
      rmSync(draft, { force: true })
    },
  }
}

/** Writes whole files together: all of them, or none. */
export function writeFiles(files: readonly { readonly path: string; readonly bytes: string | Uint8Array }[]): void {
  const outputs: Output[] = []
  try {
    for (const { path, bytes } of files) {
      const output = openOutput(path)
      outputs.push(output)
      output.write(bytes)
    }
  } catch (error) {
    for (const output of outputs) output.drop()
    throw error
  }
  for (const output of outputs) output.keep()
}

function attempt<Value>(path: string, act: () => Value): Value {
  try {
    return act()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!code) throw error
    throw new CommandFailure({
      fr: `${path} : écriture impossible (${code})`,
      en: `${path}: cannot be written (${code})`,
    })
  }
}
