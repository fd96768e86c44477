import type { CommitmentsChapter, Compliance, Contract, ContractHistory, FollowUpChapter, Ratio } from '@vigie/engine'
import { CALENDARS } from './calendars.ts'

/** A contract in force from 2025-01-01 in Europe/Paris over the calendars of the tests, asking for every usual KPI. */
export function contractOf(commitments: CommitmentsChapter, more: Partial<Contract> = {}): Contract {
  return {
    id: 'CTR-TEST',
    title: 'Contrat des essais',
    language: 'fr',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    parties: { client: { name: 'Client' }, provider: { name: 'Prestataire' } },
    authority: 'contract',
    effectiveFrom: '2025-01-01',
    version: '1',
    calendars: CALENDARS,
    commitments,
    followUp: followUp(...USUAL_KPIS),
    phases: [],
    labels: {},
    chapters: {},
    ...more,
  }
}

/** A contract and its later versions, by number. */
export function versionsOf(first: Contract, ...later: readonly Contract[]): ContractHistory {
  return {
    id: first.id,
    versions: [first, ...later.map((contract, index) => ({ ...contract, version: `${index + 2}` }))],
  }
}

/** A chapter of follow-up with usual KPIs, by their ids. */
export function followUp(...ids: readonly string[]): FollowUpChapter {
  return { reports: [], kpis: ids.map((id) => ({ id, clause: id })) }
}

/** `{ atLeast: percent %, over: month, by: stop }` and whatever else the test is about. */
export function compliance(percent: number, more: Partial<Compliance> = {}): Compliance {
  const atLeast: Ratio = { numerator: BigInt(percent), denominator: 100n }
  return { atLeast, over: 'month', by: 'stop', minimumCount: 0, small: 'informative', ...more }
}

const USUAL_KPIS = [
  'ticket-count',
  'mean-time-to-respond',
  'mean-time-to-resolve',
  'p90-time-to-resolve',
  'backlog-age',
  'reopen-rate',
  'first-contact-resolution',
  'satisfaction',
]
