// `npm run bench [calendar] [record] [evaluate] [documents] [due-next] [backtest] [inventory] [seal] [scope]`: every ratio in one run, as the table that README.md keeps.
import { benchBacktest } from './backtest.ts'
import { benchCalendar } from './calendar.ts'
import { benchDocuments } from './documents.ts'
import { benchDueNext } from './due-next.ts'
import { benchEvaluate } from './evaluate.ts'
import { benchInventory } from './inventory.ts'
import { benchRecord } from './record.ts'
import type { BenchRow } from './row.ts'
import { benchScope } from './scope.ts'
import { benchSeal } from './seal.ts'

const parts: Readonly<Record<string, () => readonly BenchRow[] | Promise<readonly BenchRow[]>>> = {
  calendar: benchCalendar,
  record: benchRecord,
  evaluate: benchEvaluate,
  documents: benchDocuments,
  'due-next': benchDueNext,
  backtest: benchBacktest,
  inventory: benchInventory,
  seal: benchSeal,
  scope: benchScope,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(parts, name))
if (unknown !== undefined) {
  process.stderr.write(`${unknown} : ${Object.keys(parts).join(', ')}\n`)
  process.exitCode = 2
} else {
  process.stdout.write('| what | measured | baseline | ratio | goal |\n|---|---|---|---|---|\n')
  for (const [name, bench] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    process.stderr.write(`${name}…\n`)
    for (const row of await bench()) process.stdout.write(`${lineOf(row)}\n`)
  }
}

function lineOf({ name, measured, baseline, ratio, goal }: BenchRow): string {
  const shown = ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toFixed(2)
  return `| ${[name, measured, baseline, shown, goal].join(' | ')} |`
}
