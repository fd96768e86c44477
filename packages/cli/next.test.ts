import { describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const contract = 'contracts/small-business/contract.yaml'
const events = `ticket,at,event,priority,kind,channel,site,reason
T-1,2026-10-14T09:00:00+02:00,reported,P2,incident,phone,workshop,
T-2,2026-10-14T09:00:00+02:00,reported,P3,incident,phone,workshop,
T-2,2026-10-14T09:10:00+02:00,acknowledged,,,,,
T-2,2026-10-14T10:00:00+02:00,paused,,,,,waiting-client
`
const next = (...words: readonly string[]) => runVigie(['next', contract, '-', ...words], { input: events })

describe('vigie next', () => {
  it('lists what is due first, then what waits and why', () => {
    const run = next('--at', '2026-10-14T10:30:00+02:00', '--json', '--lang', 'en')
    const document = JSON.parse(run.stdout)
    expect(run).toMatchObject({ status: 0, stderr: '' })
    expect(document).toMatchObject({
      at: '2026-10-14T08:30:00.000Z',
      contract: { version: '1' },
      counts: { open: 3, paused: 1 },
    })
    expect(document.due.map((row: { ticket: string; measure: string }) => [row.ticket, row.measure])).toEqual([
      ['T-1', 'response'],
      ['T-1', 'resolution'],
    ])
    expect(document.paused).toMatchObject([
      { ticket: 'T-2', state: 'paused', pause: { reason: 'waiting-client', imputable: 'client' } },
    ])
  })

  it('keeps to --limit, and observes the last fact where no instant is asked', () => {
    const document = JSON.parse(next('--limit', '1', '--json').stdout)
    expect(document.due).toHaveLength(1)
    expect(document.at).toBe('2026-10-14T08:00:00.000Z')
  })

  it.each([
    ['fr', /suspendu/],
    ['en', /paused/],
  ])('speaks %s', (language, expected) => {
    expect(next('--lang', language).stdout).toMatch(expected)
  })

  it('asks for an instant where the log holds no fact', () => {
    const run = runVigie(['next', contract, '-', '--lang', 'en'], { input: events.split('\n', 1).join('') })
    expect(run).toMatchObject({ status: 2, stdout: '', stderr: 'vigie: the log holds no fact: --at is expected\n' })
  })

  it.each(['0', 'many'])('refuses --limit %s', (limit) => {
    expect(next(`--limit=${limit}`, '--lang', 'en')).toMatchObject({ status: 2, stdout: '' })
  })
})
