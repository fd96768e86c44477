// Memory and processor time of `vigie seal` and `vigie verify`, against `vigie measure` of the same file, at 10 k, 100 k and 1 M facts.
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventFile } from './event-file.ts'
import type { BenchRow } from './row.ts'

const COUNTS = [10_000, 100_000, 1_000_000] as const
const contract = fileURLToPath(new URL('../contracts/small-business/contract.yaml', import.meta.url))
const vigie = fileURLToPath(new URL('../packages/cli/bin/vigie.js', import.meta.url))

/** Each command runs as a person would run it, once, in a process of its own. */
export function benchSeal(): BenchRow[] {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  try {
    run('key', 'provider.example', '--out', join(folder, 'keys'))
    return COUNTS.flatMap((count) => sealing(folder, count))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function sealing(folder: string, count: number): BenchRow[] {
  const [events, bundle] = [join(folder, `${count}.csv`), join(folder, `${count}`)]
  writeFileSync(events, '')
  for (const piece of eventFile(count)) appendFileSync(events, piece)
  const key = join(folder, 'keys', 'provider.example.key.pem')
  const judged = run('measure', contract, events, '--no-amendments', '--json')
  const made = run(
    'seal',
    contract,
    events,
    '--no-amendments',
    '--key',
    key,
    '--name',
    'provider.example',
    '--out',
    bundle,
  )
  const checked = run('verify', bundle, '--integrity-only')
  const sealed = compared(`sealing ${count.toLocaleString('en')} facts`, made, judged)
  return [...sealed, ...compared(`verifying ${count.toLocaleString('en')} facts`, checked, judged)]
}

type Cost = { readonly megabytes: number; readonly seconds: number }

function compared(name: string, cost: Cost, baseline: Cost): BenchRow[] {
  return [
    {
      name: `peak memory of ${name}`,
      measured: `${cost.megabytes.toFixed(0)} MB`,
      baseline: `measure: ${baseline.megabytes.toFixed(0)} MB`,
      ratio: cost.megabytes / baseline.megabytes,
      goal: '≤ 2',
    },
    {
      name,
      measured: `${cost.seconds.toFixed(1)} s of processor`,
      baseline: `measure: ${baseline.seconds.toFixed(1)} s`,
      ratio: cost.seconds / baseline.seconds,
      goal: 'for information',
    },
  ]
}

const told = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\n'+JSON.stringify({megabytes:u.maxRSS/1000,seconds:(u.userCPUTime+u.systemCPUTime)/1e6}))})`

function run(...words: readonly string[]): Cost {
  const child = spawnSync(process.execPath, ['--import', told, vigie, ...words, '--lang', 'en'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stderr.slice(child.stderr.lastIndexOf('\n') + 1))
}
