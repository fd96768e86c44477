import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './read-project.ts'

/** Packs the built engine, installs the tarball in a folder of its own, and uses it there as an outside program does. */
function checkBuild(): void {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-outside-'))
  try {
    run('npm', ['pack', '--silent', '--pack-destination', folder, join(root, 'packages/engine/dist')], root)
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'no tarball'
    writeFileSync(join(folder, 'package.json'), '{ "name": "outside", "private": true, "type": "module" }\n')
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', `./${tarball}`], folder)
    writeFileSync(join(folder, 'outside.js'), program)
    const node = plainNode()
    const printed = run(node, ['outside.js'], folder).trim()
    if (printed !== expected) throw new Error(`outside program printed\n${printed}\ninstead of\n${expected}`)
    writeFileSync(join(folder, 'outside.ts'), typedProgram)
    const flags = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', '']
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags, 'outside.ts'], folder)
    console.log(`${tarball}: imported by Node ${run(node, ['--version'], folder).trim()}, declarations checked`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Half past nine to a quarter to six, Friday to Monday, one hour of lunch each day, in Paris. */
const program = `
import { compileCalendar } from '@vigie/engine/calendar'
import { evaluate, explain, readContract, readEvents } from '@vigie/engine'
import { canonicalJson } from '@vigie/engine/seal'
import { coverage, decide } from '@vigie/engine/scope'
const day = ['09:00-12:30', '13:30-18:00']
const desk = compileCalendar({ timeZone: 'Europe/Paris', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } })
const from = Date.parse('2026-11-13T17:00:00+01:00')
const to = Date.parse('2026-11-16T14:30:00+01:00')
console.log(desk.between(from, to), desk.add(from, 5.5 * 3600) === to, desk.isOpen(to))
console.log(canonicalJson({ b: 1, a: [true] }))
const scope = { sites: [{ id: 'hq' }, { id: 'branch' }], rules: [{ id: 'A', when: { site: 'hq' }, then: 'included' }] }
console.log(decide(scope, { site: 'hq' }).outcome, JSON.stringify(coverage(scope)))
const contract = readContract(\`
vigie: 1
contract: { id: C, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
calendars: { always: { timeZone: Europe/Paris, weekly: always } }
scope: { assetClasses: [{ id: server }], rules: [{ id: R, when: { assetClass: server }, then: included }] }
commitments:
  targets: [{ id: RES, measure: resolution, target: { hours: 4, calendar: always }, compliance: { atLeast: 90%, over: month } }]
  penalties: [{ id: PEN, for: RES, base: { amount: 50 }, late: { per: hour, rounding: started, amount: 10 } }]
\`)
const events = readEvents('ticket,at,event,assetClass\\nA,2026-03-02T08:00:00Z,reported,server\\nA,2026-03-02T14:00:00Z,resolved,\\n')
const { record } = events
const period = { from: Date.parse('2026-02-28T23:00:00Z'), to: Date.parse('2026-03-31T22:00:00Z'), label: '2026-03' }
const { assessment } = evaluate({ contract: contract.history, record, period, penalties: {} })
const { measures } = explain({ contract: contract.history, record, ticket: 'A', at: period.to }).explanation
console.log(assessment.commitments[0].state, String(assessment.penalties.total.minor), measures[0].counted)
`
const covered = '{"cells":2,"decided":1,"gaps":[{"site":["branch"]}],"conflicts":[]}'
const expected = `19800 true true\n{"a":[true],"b":1}\nincluded ${covered}\nmissed 7000 21600000`

const typedProgram = `
import { compileCalendar } from '@vigie/engine/calendar'
import { readContract } from '@vigie/engine'
const calendar = compileCalendar({ timeZone: 'Europe/Paris', weekly: 'always' })
export const seconds: number = calendar.between(0, 1000)
export const read: typeof readContract = readContract
`

/** The Node of the machine rather than the one of the project, so that no TypeScript can run by chance. */
function plainNode(): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  return folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path)) ?? process.execPath
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

checkBuild()
