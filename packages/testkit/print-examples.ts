import { join } from 'node:path'
import { assessmentJson, checkExample } from '@vigie/engine'
import { findExamples } from './run-examples.ts'
import { shuffled } from './shuffled.ts'

// Run on its own, in zones and locales of a test: `node print-examples.ts SEED` prints every figure of every example,
// its facts shuffled by the seed.
const seed = Number(process.argv[2])
for (const { contract, name, history, example } of findExamples(join(import.meta.dirname, '../../contracts'))) {
  const check = checkExample({ ...example, facts: [...shuffled(example.facts, seed)] }, history)
  const said = check.ok ? assessmentJson(check.assessment, 'fr') : check.issues
  process.stdout.write(`${contract} ${name} ${JSON.stringify(said)}\n`)
}
