import {
  anyChapter,
  anyTicket,
  chapter,
  civilDays,
  commitment,
  type Fact,
  history,
  hours,
  instantOf,
  minutes,
  pause,
  termsSource,
} from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClockRules, CommitmentsChapter, MeasureKind, PriorityRules, Target } from './clause-types.ts'
import { explainTicket } from './explain-ticket.ts'
import type { LedgerEntry } from './measure.ts'
import { measureTicket } from './measure-ticket.ts'
import { compileTerms, termsInForce } from './terms.ts'

function explain(facts: readonly Fact[], commitments: CommitmentsChapter, at: string) {
  const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
  return explainTicket(history('T1', facts), terms, instantOf(at))
}

function ledger(
  facts: readonly Fact[],
  at: string,
  target: Target = hours(16, 'desk'),
  clock: Partial<ClockRules> = {},
  measure: MeasureKind = 'resolution',
): readonly LedgerEntry[] {
  const { measures } = explain(facts, chapter([commitment('RES', measure, target)], clock), at)
  return measures[0]?.ledger ?? []
}

/** A ledger as a person reads it, in Paris time. */
function read(entries: readonly LedgerEntry[]): readonly string[] {
  const time = (instant: number) =>
    new Date(instant).toLocaleString('sv', { timeZone: 'Europe/Paris' }).slice(8, 16).replace(' ', 'T')
  return entries.map(({ from, to, kind, reason }) => `${time(from)}–${time(to)} ${kind}: ${reason.fr}`)
}

const clientPause = { pauses: [pause('waiting-client', { label: 'Attente du client' })] }

describe('a ledger', () => {
  test('names every stretch: nights, weekends, holidays, pauses, counted time', () => {
    const facts: readonly Fact[] = [
      ['2026-11-10T17:00+01:00', 'reported'],
      ['2026-11-12T09:30+01:00', 'paused', { reason: 'waiting-client' }],
      ['2026-11-12T11:00+01:00', 'resumed'],
      ['2026-11-12T12:00+01:00', 'resolved'],
    ]
    expect(read(ledger(facts, '2026-11-30T00:00+01:00', hours(16, 'desk'), clientPause))).toEqual([
      '10T17:00–10T18:00 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
      '10T18:00–11T00:00 outside-hours: Hors plage «\u00a0Heures ouvrées\u00a0»',
      '11T00:00–12T00:00 holiday: Jour férié\u00a0: Armistice 1918',
      '12T00:00–12T08:30 outside-hours: Hors plage «\u00a0Heures ouvrées\u00a0»',
      '12T08:30–12T09:30 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
      '12T09:30–12T11:00 paused: Délai suspendu\u00a0: Attente du client (imputable au client)',
      '12T11:00–12T12:00 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
    ])
  })

  test('names the exception that closes the desk', () => {
    const facts: readonly Fact[] = [
      ['2026-12-24T11:00+01:00', 'reported'],
      ['2026-12-24T15:00+01:00', 'resolved'],
    ]
    expect(read(ledger(facts, '2026-12-31T00:00+01:00', hours(4, 'business')))).toEqual([
      '24T11:00–24T12:00 counted: Temps compté, plage «\u00a0Heures de bureau\u00a0»',
      '24T12:00–24T15:00 outside-hours: Fermé\u00a0: Fermeture anticipée',
    ])
  })

  test('puts closed hours before a pause, and a closed ticket before both', () => {
    const facts: readonly Fact[] = [
      ['2026-11-16T17:00+01:00', 'reported'],
      ['2026-11-16T17:30+01:00', 'paused', { reason: 'waiting-client' }],
      ['2026-11-17T09:30+01:00', 'resolved'],
      ['2026-11-18T09:00+01:00', 'reopened'],
      ['2026-11-18T10:00+01:00', 'resolved'],
    ]
    const clock = { ...clientPause, reopen: { within: 'P5D', mode: 'resume' } } as const
    const entries = ledger(facts, '2026-11-30T00:00+01:00', hours(16, 'desk'), clock)
    expect(read(entries)).toEqual([
      '16T17:00–16T17:30 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
      '16T17:30–16T18:00 paused: Délai suspendu\u00a0: Attente du client (imputable au client)',
      '16T18:00–17T08:30 outside-hours: Hors plage «\u00a0Heures ouvrées\u00a0»',
      '17T08:30–17T09:30 paused: Délai suspendu\u00a0: Attente du client (imputable au client)',
      '17T09:30–18T09:00 stopped: Ticket clos jusqu’à sa réouverture\u00a0: ce temps ne compte pas',
      '18T09:00–18T10:00 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
    ])
    expect(entries.map(({ event }) => event)).toEqual([
      undefined,
      'T1/paused',
      undefined,
      'T1/paused',
      'T1/resolved',
      undefined,
    ])
  })

  test('goes up to the observation while the clock runs', () => {
    const facts: readonly Fact[] = [['2026-11-16T17:00+01:00', 'reported']]
    expect(read(ledger(facts, '2026-11-16T17:30+01:00'))).toEqual([
      '16T17:00–16T17:30 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
    ])
    expect(ledger(facts, '2026-11-16T17:00+01:00')).toEqual([])
  })

  test('of a target in civil days counts every hour', () => {
    const facts: readonly Fact[] = [
      ['2026-11-13T16:30+01:00', 'reported'],
      ['2026-11-15T10:00+01:00', 'resolved'],
    ]
    expect(read(ledger(facts, '2026-11-30T00:00+01:00', civilDays(3)))).toEqual([
      '13T16:30–15T10:00 counted: Temps compté en jours civils',
    ])
  })

  test('of a prospective change counts each part in its own calendar', () => {
    const priorities: PriorityRules = { levels: ['P1', 'P2'], decidedBy: 'both', onChange: 'prospective' }
    const commitments = chapter(
      [
        commitment('P1', 'resolution', hours(4, 'always'), { when: { priority: ['P1'] } }),
        commitment('P2', 'resolution', hours(8, 'desk'), { when: { priority: ['P2'] } }),
      ],
      {},
      { priorities },
    )
    const facts: readonly Fact[] = [
      ['2026-11-16T17:00+01:00', 'reported', { priority: 'P2' }],
      ['2026-11-16T19:00+01:00', 'prioritised', { priority: 'P1' }],
      ['2026-11-16T20:00+01:00', 'resolved'],
    ]
    expect(read(explain(facts, commitments, '2026-11-30T00:00+01:00').measures[0]?.ledger ?? [])).toEqual([
      '16T17:00–16T18:00 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
      '16T18:00–16T19:00 outside-hours: Hors plage «\u00a0Heures ouvrées\u00a0»',
      '16T19:00–16T20:00 counted: Temps compté, plage «\u00a024 h/24, 7 j/7\u00a0»',
    ])
  })

  test('of an update interval counts the longest stretch', () => {
    const facts: readonly Fact[] = [
      ['2026-11-16T09:00+01:00', 'reported'],
      ['2026-11-16T09:10+01:00', 'updated'],
      ['2026-11-16T09:40+01:00', 'updated'],
      ['2026-11-16T10:00+01:00', 'restored'],
    ]
    expect(read(ledger(facts, '2026-11-30T00:00+01:00', minutes(30, 'desk'), {}, 'update-interval'))).toEqual([
      '16T09:00–16T09:10 stopped: Autre intervalle entre deux points d’avancement, pas le plus long',
      '16T09:10–16T09:40 counted: Temps compté, plage «\u00a0Heures ouvrées\u00a0»',
      '16T09:40–16T10:00 stopped: Autre intervalle entre deux points d’avancement, pas le plus long',
    ])
  })

  test('is said in English too', () => {
    const facts: readonly Fact[] = [['2026-11-10T17:00+01:00', 'reported']]
    const words = ledger(facts, '2026-11-11T12:00+01:00').map(({ reason }) => reason.en)
    expect(words).toEqual([
      'Time counted, hours of "Heures ouvrées"',
      'Outside the hours of "Heures ouvrées"',
      'Public holiday: Armistice Day 1918',
    ])
  })
})

const START = instantOf('2026-03-23T00:00Z')

test('law: a ledger covers its measure without gap or overlap by maximal spans, and its counted spans sum to it', () => {
  const withUpdates = anyChapter.map((commitments) => ({
    ...commitments,
    targets: [...commitments.targets, commitment('UPD', 'update-interval', hours(2, 'desk'))],
  }))
  fc.assert(
    fc.property(anyTicket(START), withUpdates, fc.integer({ min: 60, max: 14_400 }), (events, commitments, minute) => {
      const at = START + minute * 60_000
      const terms = termsInForce([{ terms: compileTerms(termsSource(commitments)), from: Number.NEGATIVE_INFINITY }])
      const { measures } = explainTicket({ ticket: 'T', events }, terms, at)
      for (const { ledger: entries, ...measure } of measures) {
        const end = measure.stoppedAt ?? at
        if (measure.startedAt >= end) {
          expect([entries, measure.counted]).toEqual([[], 0])
          continue
        }
        expect(entries[0]?.from).toBe(measure.startedAt)
        expect(entries.at(-1)?.to).toBe(end)
        entries.forEach((entry, index) => {
          expect(entry.from).toBeLessThan(entry.to)
          const next = entries[index + 1]
          if (next === undefined) return
          expect(next.from).toBe(entry.to)
          expect([next.kind, next.reason, next.event]).not.toEqual([entry.kind, entry.reason, entry.event])
        })
        const counted = entries
          .filter(({ kind }) => kind === 'counted')
          .reduce((sum, { from, to }) => sum + to - from, 0)
        expect(counted).toBe(measure.counted)
      }
      // Explained or not, the measures are the same.
      const plain = measureTicket({ ticket: 'T', events }, terms, at).measures
      expect(measures.map(({ ledger: _, ...measure }) => measure)).toEqual(plain)
    }),
    { numRuns: 400, seed: 11 },
  )
})
