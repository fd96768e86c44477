import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { mergePassage } from '../fixtures/merge-passage.ts'
import { soundContract } from '../fixtures/sound-contract.ts'
import { lint } from './lint.ts'

/** What is found in the sound contract with a passage merged into it: rules, and the English sentences. */
function found(passage: string) {
  const { findings } = lint(stringify(mergePassage(parse(soundContract), parse(passage)), { version: '1.2' }))
  return { rules: findings.map(({ rule }) => rule), said: findings.map(({ message }) => message.en) }
}

const tiers = (list: string, target = '99.5%') =>
  `commitments: { targets+: [{ id: MAIL, atLeast: ${target} }], penalties+: [{ id: PEN-MAIL, tiers: [${list}] }] }`
const share = 'share: 5%, of: monthly-fee'

describe('tiers from the worst to the target (PE01)', () => {
  test.each([
    [
      '99.00–99.94 under a target of 99.95',
      tiers(`{ from: 99%, below: 99.94%, ${share} }, { below: 99%, ${share} }`, '99.95%'),
      'no tier between 99.94 % and 99.95 %',
    ],
    ['nothing under 95', tiers(`{ from: 95%, below: 99.5%, ${share} }`), 'no tier between 0 % and 95 %'],
    [
      'a hole in the middle',
      tiers(`{ from: 99%, below: 99.5%, ${share} }, { below: 98.9%, ${share} }`),
      'no tier between 98.9 % and 99 %',
    ],
    [
      'past the target',
      tiers(`{ from: 99%, below: 99.9%, ${share} }, { below: 99%, ${share} }`),
      'a tier reaches 99.9 %, beyond the target of 99.5 %',
    ],
    [
      'points that end early',
      tiers(`{ above: 0%, upTo: 10%, ${share} }, { above: 10%, upTo: 20%, ${share} }`),
      'nothing beyond 20 points',
    ],
    ['points from one', tiers(`{ above: 1%, ${share} }`), 'no tier between 0 points and 1 points'],
  ])('%s', (_, passage, fault) => {
    const { rules, said } = found(passage)
    expect(rules).toEqual(['PE01'])
    expect(said[0]).toContain(fault)
  })

  test('each target that a penalty sanctions has its own end', () => {
    const passage = `commitments: { targets+: [{ id: S2, compliance: { atLeast: 95% } }], penalties+: [{ id: PEN-S, shortfall: ~, tiers: [{ below: 90%, ${share} }] }] }`
    expect(found(passage).said).toEqual(['PEN-S: no tier between 90 % and 95 %.'])
  })
})

describe('the shortest outage that counts (SL13)', () => {
  const minimum = (rate: string, outage: string) =>
    found(`commitments: { penalties: ~, targets+: [{ id: MAIL, atLeast: ${rate}, minimumOutage: ${outage} }] }`).rules

  test.each([
    ['99.99 % of a month of 30 days allows 4 min 19 s', '99.99%', 'PT5M', ['SL13']],
    ['99.99 % of February, the shortest month, allows 4 min 1 s', '99.99%', 'PT4M2S', ['SL13']],
    ['4 min are under it in every month', '99.99%', 'PT4M', []],
    ['99.9 % allows 40 min in February', '99.9%', 'PT30M', []],
  ])('%s', (_, rate, outage, expected) => {
    expect(minimum(rate, outage)).toEqual(expected)
  })
})

describe('holidays of a site (SL06)', () => {
  const site = (postalCode: string) =>
    found(
      `scope: { sites+: [{ id: branch, postalCode: "${postalCode}" }], providerZones+: [{ id: nord, countries: [FR], departments: ~ }] }`,
    ).rules

  test.each([
    ['Strasbourg', '67000', ['SL06']],
    ['Metz', '57000', ['SL06']],
    ['Saint-Denis de La Réunion', '97400', ['SL06']],
    ['Belfort, beside Alsace', '90000', []],
    ['Bastia', '20200', []],
  ])('%s', (_, postalCode, expected) => {
    expect(site(postalCode)).toEqual(expected)
  })
})

describe('caps in amounts (PE14, PE12)', () => {
  test.each([
    [
      'a month above the year',
      '{ month: { share: ~, of: ~, amount: 300.00 }, year: { share: ~, of: ~, amount: 250.00 } }',
      ['PE14'],
    ],
    [
      'twelve months under the year',
      '{ month: { share: ~, of: ~, amount: 100.00 }, year: { share: ~, of: ~, amount: 1201.00 } }',
      ['PE14'],
    ],
    [
      'twelve months equal to the year',
      '{ month: { share: ~, of: ~, amount: 100.00 }, year: { share: ~, of: ~, amount: 1200.00 } }',
      [],
    ],
    [
      'an event above the month',
      '{ event: { amount: 101.00 }, month: { share: ~, of: ~, amount: 100.00 }, year: ~ }',
      ['PE14'],
    ],
    ['a worst month of 0.9 %', '{ month: { share: ~, of: ~, amount: 9.00 }, year: ~ }', ['PE12']],
    ['a worst month of 1 %', '{ month: { share: ~, of: ~, amount: 10.00 }, year: ~ }', []],
  ])('%s', (_, cap, expected) => {
    const passage = `commitments: { penalties: [{ id: PEN-S, clause: "2.9", for: S1, base: { amount: 5.00 } }], penaltyRules: { cap: ${cap} } }`
    expect(found(passage).rules).toEqual(expected)
  })

  test('an amount by breach without a cap is not called weak', () => {
    const passage =
      'commitments: { penalties: [{ id: PEN-S, clause: "2.9", for: S1, base: { amount: 0.10 }, cap: { event: { amount: 0.10 } } }], penaltyRules: { cap: ~ } }'
    expect(found(passage).rules).toEqual([])
  })
})

test('a share of a fee that is not defined is its own finding, and is not called weak (PE02, PE12)', () => {
  const penalty = (sum: string) =>
    found(`commitments: { penalties: [{ id: PEN-S, clause: "2.9", for: S1, ${sum} }], penaltyRules: { cap: ~ } }`).rules
  expect(penalty('base: { share: 5%, of: fee, per: period }, cap: { month: { share: 15%, of: monthly-fee } }')).toEqual(
    ['PE02'],
  )
  expect(
    penalty(
      'shortfall: { per: point, rounding: full, share: 1%, of: fee }, cap: { month: { share: 15%, of: monthly-fee } }',
    ),
  ).toEqual(['PE02'])
  expect(
    penalty('tiers: [{ above: 0%, share: 5%, of: fee }], cap: { month: { share: 15%, of: monthly-fee } }'),
  ).toEqual(['PE02'])
})

test('a level of escalation that tells nobody cannot be carried out (GO03)', () => {
  const notify = (list: string) =>
    found(`governance: { escalation+: [{ id: outage, when: { priority: P1 }, steps: [{ after: PT0S${list} }] }] }`)
      .rules
  expect(notify(', notify: [provider-lead]')).toEqual([])
  expect(notify(', notify: []')).toEqual(['GO03'])
  expect(notify('')).toEqual(['GO03'])
})

test('a whole contract lists its documents; a file of commitments leaves them to the signed one (XR02)', () => {
  expect(found('contract: { documents: ~ }').rules).toEqual(['XR02'])
  expect(found('contract: { documents: [] }').rules).toEqual(['XR02'])
  const commitments = parse(soundContract) as Record<string, Record<string, unknown>>
  const { vigie, contract = {}, calendars } = commitments
  const { documents: _, ...rest } = contract
  const { findings } = lint(stringify({ vigie, contract: rest, calendars }))
  expect(findings.filter(({ rule }) => rule === 'XR02')).toEqual([])
})

test('on-call nights and weekends beside support hours cover the week (SL17)', () => {
  const nights = (sunday: string) =>
    `calendars: { on-call: { weekly: { mon: ["18:00-08:00"], tue: ["18:00-08:00"], wed: ["18:00-08:00"], thu: ["18:00-08:00"], fri: ["18:00-08:00"], sat: ["08:00-08:00"], sun: ["${sunday}"] }, holidays: { closes: shift } } }
commitments: { targets+: [{ id: R1, target: { calendar: always } }] }`
  expect(found(nights('08:00-08:00')).rules).toEqual([])
  expect(found(nights('08:00-20:00')).rules).toEqual(['SL17'])
})

test('the claim window is reckoned on the months of the first year (PE08)', () => {
  const within = (delay: string) => found(`commitments: { penaltyRules: { claimWithin: ${delay} } }`)
  // Three working days end on the 5th in February, on the 6th in July; claims must last five days more.
  expect(within('P9D').said[0]).toMatch(/due on 5.February.2026/)
  expect(within('P12D').said).toEqual([])
  expect(within('{ workingDays: 7, calendar: business }').said[0]).toMatch(/10.July.2026, less than five days/)
  expect(within('{ workingDays: 10, calendar: business }').said).toEqual([])
})
