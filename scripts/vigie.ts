import { statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './read-project.ts'
import { runNode } from './run-node.ts'

/** Runs one command of Vigie from the root, on this terminal; a failure ends the caller with its exit code. */
export function vigie(...words: readonly string[]): void {
  runNode('packages/cli/bin/vigie.js', ...words)
}

/** One line for a person: French, or English where `VIGIE_LANG=en`. */
export function say(fr: string, en: string): void {
  console.log(process.env.VIGIE_LANG === 'en' ? en : fr)
}

/** Names the files that were written, with their sizes. Throws when one is missing. */
export function showFiles(paths: readonly string[]): void {
  const width = Math.max(...paths.map((path) => path.length))
  for (const path of paths) {
    const kilobytes = Math.ceil(statSync(join(root, path)).size / 1024)
    say(`  ${path.padEnd(width)}  ${kilobytes} Ko`, `  ${path.padEnd(width)}  ${kilobytes} kB`)
  }
}
