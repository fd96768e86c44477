// Business time: the engine against npm's libraries and against a bare search in a sorted array, in one run.
import { type CalendarDefinition, compileCalendar } from '@vigie/engine/calendar'
import { businessTimePeers } from './business-time-peers.ts'
import type { BenchRow } from './row.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const FORTY_HOURS = 40 * HOUR
const ROUNDS = 7

const HOURS = ['09:00-12:00', '14:00-18:00']
const DEFINITION: CalendarDefinition = {
  timeZone: 'Europe/Paris',
  weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS },
  holidays: { country: 'FR' },
}

/**
 * Open time over 30 days and 40 business hours on, from random instants of 2023–24; medians of rounds that take turns.
 */
export function benchCalendar(): BenchRow[] {
  // The libraries know no zone but the process's.
  const zone = process.env.TZ
  process.env.TZ = 'Europe/Paris'
  try {
    return measureAll()
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
}

type Contender = { readonly name: string; readonly ask: (a: number) => unknown; readonly questions: number }

function measureAll(): BenchRow[] {
  const calendar = compileCalendar(DEFINITION)
  const bare = bareArray()
  const peers = businessTimePeers(frenchHolidays())
  const between: readonly Contender[] = [
    { name: 'engine', ask: (a) => calendar.between(a, a + 30 * DAY), questions: 400_000 },
    { name: 'bare array', ask: (a) => bare.before(a + 30 * DAY) - bare.before(a), questions: 400_000 },
    ...peers.map(({ name, between }) => ({ name, ask: (a: number) => between(a, a + 30 * DAY), questions: 60 })),
  ]
  const add: readonly Contender[] = [
    { name: 'engine', ask: (a) => calendar.add(a, FORTY_HOURS / 1000), questions: 400_000 },
    { name: 'bare array', ask: (a) => bare.after(a, FORTY_HOURS), questions: 400_000 },
    ...peers.flatMap(({ name, addHours }) =>
      addHours === undefined ? [] : [{ name, ask: (a: number) => addHours(a, 40), questions: 60 }],
    ),
  ]
  return [...compare('30 days between', between), ...compare('40 business hours added', add), compileRow()]
}

function compare(name: string, contenders: readonly Contender[]): BenchRow[] {
  const speeds = raceOf(contenders)
  const engine = speeds.get('engine') ?? Number.NaN
  return [...speeds]
    .filter(([contender]) => contender !== 'engine')
    .map(([contender, speed]) => ({
      name: `${name}, against ${contender}`,
      measured: `${perSecond(engine)}`,
      baseline: `${perSecond(speed)}`,
      ratio: contender === 'bare array' ? speed / engine : engine / speed,
      goal: contender === 'bare array' ? 'at most 1.5 times its time' : 'at least 1,000 times faster',
    }))
}

/** Questions a second of each contender: the median of rounds in which all take turns. */
function raceOf(contenders: readonly Contender[]): Map<string, number> {
  const instants = randomInstants(65_536)
  const speeds = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, ask, questions } of contenders) {
      const start = performance.now()
      for (let i = 0; i < questions; i++) ask(instants[(i + round * 7919) & 65_535] as number)
      // The first round is for the compiler.
      if (round > 0) speeds.get(name)?.push(questions / ((performance.now() - start) / 1000))
    }
  }
  return new Map([...speeds].map(([name, values]) => [name, median(values)]))
}

/** What a calendar costs once: 20 years laid out, per open interval. */
function compileRow(): BenchRow {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    compileCalendar(DEFINITION).between(Date.UTC(2010, 0), Date.UTC(2030, 0))
    return performance.now() - start
  })
  const years = median(times)
  return {
    name: 'compiling 20 years (some 10,000 intervals)',
    measured: `${years.toFixed(1)} ms`,
    baseline: '30 to 66 ms (prototype)',
    ratio: years / 30,
    goal: 'at most 1 times the prototype',
  }
}

/** Open intervals in a sorted array with running sums, and nothing else: no zone, no check, no pause, no growth. */
function bareArray() {
  const segments = compileCalendar(DEFINITION).segments(Date.UTC(2022, 0), Date.UTC(2027, 0))
  const open = segments.filter(({ kind }) => kind === 'open')
  const opens = Float64Array.from(open, ({ from }) => from)
  const closes = Float64Array.from(open, ({ to }) => to)
  const sums = new Float64Array(open.length + 1)
  for (let i = 0; i < open.length; i++) sums[i + 1] = (sums[i] as number) + (closes[i] as number) - (opens[i] as number)
  /** First index whose value is greater. */
  const search = (values: Float64Array, value: number): number => {
    let low = 0
    let high = values.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[middle] as number) <= value) low = middle + 1
      else high = middle
    }
    return low
  }
  const before = (t: number): number => {
    const i = search(closes, t)
    const from = opens[i] as number
    return t > from ? (sums[i] as number) + t - from : (sums[i] as number)
  }
  const after = (t: number, milliseconds: number): number => {
    const target = before(t) + milliseconds
    // The least i with sums[i + 1] ≥ target.
    const i = search(sums, target - 1) - 1
    return (opens[i] as number) + target - (sums[i] as number)
  }
  return { before, after }
}

function frenchHolidays(): readonly string[] {
  const calendar = compileCalendar({ ...DEFINITION, weekly: 'always' })
  const dates = Array.from({ length: 5 * 365 }, (_, i) => calendar.civilDate(Date.UTC(2022, 0, 1, 12) + i * DAY))
  return dates.filter((date) => !calendar.opensOn(date))
}

/** The same instants in every run: a linear congruence. */
function randomInstants(count: number): Float64Array {
  const instants = new Float64Array(count)
  let state = 12_345
  const span = Date.UTC(2025, 0) - Date.UTC(2023, 0)
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    instants[i] = Date.UTC(2023, 0) + Math.floor((state / 2 ** 32) * span)
  }
  return instants
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function perSecond(speed: number): string {
  return `${speed >= 1e6 ? `${(speed / 1e6).toFixed(1)} M` : Math.round(speed).toLocaleString('en')} a second`
}
