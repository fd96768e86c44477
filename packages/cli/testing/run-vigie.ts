import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const door = fileURLToPath(new URL('../bin/vigie.js', import.meta.url))

export type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Runs the real command as a person would, in a process of its own, with nothing of this machine's language or zone. */
export function runVigie(
  words: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly env?: Record<string, string> } = {},
): Run {
  const { PATH = '' } = process.env
  const run = spawnSync(process.execPath, [door, ...words], {
    encoding: 'utf8',
    env: { PATH, ...options.env },
    maxBuffer: 1 << 28,
    ...(options.input === undefined ? {} : { input: options.input }),
  })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}
