import { spawnSync } from 'node:child_process'
import { root } from './read-project.ts'

/** Runs a script of the repository with this Node, in its folder, on this terminal; a failure ends the caller with its code. */
export function runNode(script: string, ...args: readonly string[]): void {
  const code = tryNode(script, ...args)
  if (code !== 0) process.exit(code)
}

/** The same, and gives the exit code back. */
export function tryNode(script: string, ...args: readonly string[]): number {
  const run = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
  return run.status ?? 1
}
