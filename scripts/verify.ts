import { performance } from 'node:perf_hooks'
import { tryNode } from './run-node.ts'

/** Every check that needs no test run, in order of speed of repair; all run, so that one reading shows all faults. */
const checks: readonly (readonly [name: string, script: string, ...args: string[]])[] = [
  ['types of the engine, without Node', 'node_modules/typescript/bin/tsc', '-p', 'packages/engine/tsconfig.json'],
  ['types of everything', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'],
  ['fences between rooms', 'scripts/boundaries.ts'],
  ['unused files, exports, dependencies', 'node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
  ['paths cited in documents', 'scripts/check-documents.ts'],
  ['no secrets', 'scripts/secrets.ts'],
]

const results = checks.map(([name, script, ...args]) => {
  const from = performance.now()
  const code = tryNode(script, ...args)
  return { name, code, seconds: (performance.now() - from) / 1000 }
})
for (const { name, code, seconds } of results) {
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
}
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1
