import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Issue } from '../base/issue.ts'
import type { Contract, ContractHistory } from './contract.ts'
import { contractFingerprint } from './contract-fingerprint.ts'
import { completeContract } from './fixtures/complete-contract.ts'
import { plant } from './fixtures/plant.ts'
import { plantedFaults } from './fixtures/planted-faults.ts'
import { readContract } from './read-contract.ts'

describe('a planted fault gives its own issue, at its place, and no other', () => {
  test.each(plantedFaults.map((row) => [...row] as const))('%s', (_, from, to, code) => {
    const { source, line, column } = plant(from, to)
    const read = readContract(source, { file: 'contract.yaml' })
    if (read.ok) throw new Error('accepted')
    const found = read.issues.map((issue) => [issue.code, issue.place.line, issue.place.column].join(' '))
    expect(found).toEqual([`${code} ${line} ${column}`])
    for (const issue of read.issues) {
      expect(issue.place.file).toBe('contract.yaml')
      expect(issue.message.fr).not.toBe('')
      expect(issue.message.en).not.toBe('')
      expect(issue.message.fr).not.toBe(issue.message.en)
      expect(issue.expected?.fr).toMatch(/\S/)
      expect(issue.expected?.en).toMatch(/\S/)
    }
  })
})

describe('what a contract says', () => {
  const contract = accepted(completeContract)

  test('every chapter of the complete contract is read', () => {
    expect(Object.keys(contract.chapters)).toEqual(['scope', 'governance', 'exit', 'evolution'])
    expect(contract.commitments.targets.map(({ id }) => id)).toEqual([
      'P1-RESPONSE',
      'P2-RESOLUTION',
      'CHANGE-CLOSURE',
      'UPDATES',
      'REVIEW',
      'FILES-AVAILABILITY',
    ])
    expect(contract.followUp.kpis.map(({ id }) => id)).toContain('p95-response')
    expect(contract.labels).toMatchObject({ hq: 'Siège', server: 'Serveurs', files: 'Fichiers' })
  })

  test('times are in milliseconds of a calendar, which may depend on the site', () => {
    expect(contract.commitments.targets[1]).toMatchObject({
      type: 'ticket',
      clause: 'P2-RESOLUTION',
      when: { priority: ['P2'], site: ['hq', 'branch'], channel: ['phone', 'email'] },
      target: {
        kind: 'open-time',
        milliseconds: 30_600_000,
        calendar: { default: 'business', bySite: { branch: 'alsace' } },
      },
      compliance: { by: 'stop', minimumCount: 0, small: 'informative' },
    })
  })

  test('working days end at the end of the day unless the clause says a time', () => {
    const [pause] = contract.commitments.clock.pauses
    expect(pause?.atMost).toMatchObject({ kind: 'working-days', days: 5, until: 'end-of-day' })
    expect(contract.commitments.targets[2]).toMatchObject({ target: { cutoff: '16:00', until: '12:00' } })
  })

  test('the time at risk may be a share of the target', () => {
    const { source } = plant('atRisk: { minutes: 10, calendar: night }', 'atRisk: 10%§')
    expect(accepted(source).commitments.targets[0]).toMatchObject({
      atRisk: { kind: 'open-time', milliseconds: 180_000, calendar: { default: 'night' } },
    })
  })

  test('percentages are exact ratios, amounts keep the digits of the text', () => {
    expect(contract.commitments.targets[0]).toMatchObject({
      compliance: { atLeast: { numerator: 199n, denominator: 200n } },
    })
    expect(contract.commitments.penalties?.[0]?.base).toEqual({ amount: '150.00' })
    expect(contract.chapters.evolution?.pricing?.revision?.formula.fixed).toBe('0.15')
  })

  test('a number that no float can hold is read to its last digit', () => {
    const { source } = plant('monthly-fee: { amount: 2580.00,', 'monthly-fee: { amount: 9007199254740993.10,§')
    expect(accepted(source).chapters.evolution?.pricing?.fees?.['monthly-fee']).toEqual({
      amount: '9007199254740993.10',
      vat: 'excluded',
    })
  })

  test('a pause without words on it stops workaround, restoration and resolution, needs no proof, and resumes', () => {
    expect(contract.commitments.clock.pauses[1]).toMatchObject({
      appliesTo: ['workaround', 'restoration', 'resolution'],
      proof: 'required',
      // biome-ignore lint/suspicious/noThenProperty: the contract format's own word
      then: 'resume',
    })
  })

  test('a milestone that the contract binds replaces the default, and only that one', () => {
    expect(contract.commitments.milestones).toEqual({
      response: 'started',
      intervention: 'started',
      workaround: 'workaround',
      restoration: 'restored',
      resolution: 'resolved',
      closure: 'closed',
    })
  })

  test.each([
    ['{ transcription: { file: a.pdf, sha256: S, signedOn: 2025-12-01 } }'],
    ['{ file: a.pdf, sha256: S, signedOn: 2025-12-01 }'],
  ])('a transcription may be written %s', (authority) => {
    const sha256 = 'ab'.repeat(32)
    const source = minimal.replace('effectiveFrom', `authority: ${authority.replace('S', sha256)}\n  effectiveFrom`)
    expect(accepted(source).authority).toEqual({ file: 'a.pdf', sha256, signedOn: '2025-12-01' })
  })
})

describe('what a contract does not say takes the default of the format', () => {
  test('the smallest contract is read', () => {
    expect(accepted(minimal)).toEqual({
      id: 'CTR',
      title: 'CTR',
      language: 'fr',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      parties: { client: { name: 'Client' }, provider: { name: 'Prestataire' } },
      authority: 'contract',
      version: '1',
      effectiveFrom: '2026-01-01',
      calendars: {},
      commitments: {
        clock: { startsAt: 'reported', pauses: [], version: 'at-report', automaticAnswers: 'ignored', mass: 'each' },
        milestones: {
          response: 'acknowledged',
          intervention: 'started',
          workaround: 'workaround',
          restoration: 'restored',
          resolution: 'resolved',
          closure: 'closed',
        },
        targets: [],
      },
      followUp: { reports: [], kpis: [] },
      phases: [],
      labels: {},
      documents: [],
      chapters: {},
    })
  })

  test('without a scope, tickets may carry any site, service or asset class', () => {
    const source = `${minimal}calendars: { always: { timeZone: Europe/Paris, weekly: always } }
commitments:
  targets:
    - { id: T, measure: response, when: { site: anywhere, service: mail, priority: "1 - Critical" }, target: { hours: 1, calendar: { bySite: { anywhere: always }, default: always } } }
`
    expect(accepted(source).commitments.targets[0]).toMatchObject({
      when: { site: ['anywhere'], priority: ['1 - Critical'] },
    })
  })

  test.each([
    ['{ initial: P36M, renewal: { mode: tacit, for: P12M } }', undefined],
    ['{ initial: P36M, renewal: { mode: express } }', '2029-01-01'],
    ['{ initial: P36M }', '2029-01-01'],
    ['{ initial: P1M15D, renewal: { mode: none } }', '2026-02-16'],
    ['{ initial: P200Y }', undefined],
  ])('a term %s ends on %s', (term, end) => {
    expect(accepted(minimal.replace('effectiveFrom', `term: ${term}\n  effectiveFrom`)).effectiveTo).toBe(end)
  })
})

describe('issues', () => {
  test('come all at once, in the order of the text', () => {
    const source = completeContract
      .replace('atLeast: 90%', 'atLeast: 90')
      .replace('chair: client-lead', 'chair: client-leed')
      .replace('postalCode: "69003"', 'postalCode: 69003')
      .replace('liberating: false', 'liberatin: false')
      .replace('worked: [whit-monday]', 'worked: [white-monday]')
    expect(refused(source).map(({ code, place }) => `${place.path} ${code}`)).toEqual([
      'calendars.business.holidays.worked[0] unknown-holiday',
      'scope.sites[0].postalCode not-a-text',
      'commitments.targets[1].compliance.atLeast not-a-percentage-up-to-100',
      'commitments.penaltyRules.liberatin unknown-key',
      'governance.committees[0].chair unresolved-reference',
    ])
  })

  test('suggest the word that was meant, in both languages, after the id of the element', () => {
    const [issue] = refused(
      plant('target: { minutes: 30, calendar: night }', 'target: { §minuts: 30, calendar: night }').source,
    )
    expect(issue?.message).toEqual({
      fr: 'P1-RESPONSE\u00a0: clé inconnue\u00a0: «\u00a0minuts\u00a0»\u00a0; vouliez-vous dire «\u00a0minutes\u00a0»\u00a0?',
      en: 'P1-RESPONSE: unknown key: "minuts"; did you mean "minutes"?',
    })
    expect(issue?.expected?.en).toBe('one of the keys minutes, calendar')
  })

  test('say the form that would be accepted', () => {
    const [issue] = refused(plant('atLeast: 90%', 'atLeast: §90').source)
    expect(issue?.message.en).toBe('P2-RESOLUTION: the number 90 is not accepted here')
    expect(issue?.expected?.fr).toBe('un pourcentage de 0% à 100%, avec son signe\u00a0: 99.5%')
  })

  test('are told up to 500, then counted', () => {
    const issues = refused(completeContract.replace('  targets:\n', `  targets:\n${'    - 1\n'.repeat(2000)}`))
    expect(issues).toHaveLength(501)
    expect(issues.at(-1)).toMatchObject({ code: 'more-issues', message: { en: 'and 1500 more faults from here on' } })
  })

  test('a file that is no contract gets one issue', () => {
    for (const source of ['a: 1', '[1, 2]', 'text', '{}'])
      expect(refused(source).map(({ code }) => code)).toEqual(['not-a-contract'])
  })
})

describe('one contract, whatever its notation', () => {
  const history = read(completeContract)

  test('JSON and YAML give the same history', () => {
    const json = JSON.stringify(parse(completeContract, { version: '1.2' }), undefined, '\t')
    const again = read(json)
    // JSON.stringify loses the trailing zeros of amounts, and nothing else.
    expect(withoutZeros(again)).toEqual(withoutZeros(history))
  })

  test.each([
    ['Windows line ends', completeContract.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${completeContract}`],
    ['comments and blank lines', completeContract.replaceAll('\n', '   # remark\n\n')],
  ])('%s change nothing', (_, source) => {
    expect(read(source)).toEqual(history)
  })

  test('the fingerprint does not depend on the order of the keys', () => {
    const turned = `${completeContract.slice(completeContract.indexOf('phases:'))}${completeContract.slice(0, completeContract.indexOf('phases:'))}`
    expect(contractFingerprint(read(turned))).toBe(contractFingerprint(history))
    expect(contractFingerprint(history)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('the fingerprint changes with any clause', () => {
    const other = completeContract.replace('minutes: 30', 'minutes: 31')
    expect(contractFingerprint(read(other))).not.toBe(contractFingerprint(history))
  })

  test('an anchor and its alias give the same value twice', () => {
    const { source } = plant(
      'compliance: { atLeast: 90%, over: quarter }',
      'compliance: &c { atLeast: 90%, over: quarter }§',
    )
    const aliased = source.replace('measure: closure', 'measure: closure\n      compliance: *c')
    expect(accepted(aliased).commitments.targets[2]).toMatchObject({ compliance: { over: 'quarter' } })
  })
})

const minimal = 'vigie: 1\ncontract:\n  id: CTR\n  timeZone: Europe/Paris\n  effectiveFrom: 2026-01-01\n'

function read(source: string): ContractHistory {
  const reading = readContract(source)
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues, undefined, 1))
  return reading.history
}

function accepted(source: string): Contract {
  return read(source).versions[0]
}

function refused(source: string): readonly Issue[] {
  const reading = readContract(source)
  return reading.ok ? [] : reading.issues
}

function withoutZeros(history: ContractHistory): unknown {
  const text = JSON.stringify(history, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
  return JSON.parse(
    text.replace(/"(\d+)\.(\d*?)0+"/g, (_, whole, rest) => `"${whole}${rest === '' ? '' : `.${rest}`}"`),
  )
}
