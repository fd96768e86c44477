import { anyScope, everyCell, judgeCell, type NaiveCell } from '@vigie/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileScope } from './compile-scope.ts'
import { decide } from './decide.ts'
import type { ScopeQuestion } from './scope-question.ts'
import type { ScopeTerms } from './scope-terms.ts'
import type { ScopeVerdict } from './scope-verdict.ts'

const hours = (count: number) => ({ hours: count, calendar: 'business' })
const office = {
  sites: [
    { id: 'hq', label: 'Siège', country: 'FR', postalCode: '69003' },
    { id: 'branch', label: 'Agence', country: 'FR', postalCode: '59000' },
    { id: 'island', country: 'FR', postalCode: '97400' },
    { id: 'closed', country: 'FR', postalCode: '69001', onsite: false },
  ],
  providerZones: [
    { id: 'rhone', departments: ['69', '2A'], onsite: { within: hours(4) }, by: 'own-staff' },
    { id: 'centre', postalPrefixes: ['69003'], onsite: { within: hours(2) }, by: 'own-staff' },
    {
      id: 'nord',
      departments: ['59'],
      onsite: { within: { workingDays: 2, calendar: 'business' } },
      price: 'VISIT',
      by: 'subcontractor',
    },
    { id: 'belgium', countries: ['BE'], onsite: { within: { days: 3 } }, price: 'VISIT' },
    { id: 'alps', departments: ['38'], onsite: { within: hours(4) } },
    { id: 'alps-too', departments: ['38'], onsite: { within: hours(8) } },
  ],
  assetClasses: [{ id: 'server', label: 'Serveurs' }, { id: 'workstation' }, { id: 'printer' }],
  interventions: [
    { id: 'support', label: 'Support', kinds: ['incident', 'request'] },
    { id: 'evolution', kinds: ['change'] },
  ],
  modes: [{ id: 'remote' }, { id: 'onsite' }],
  projectThreshold: { days: 0.5, beyond: 'UO-DAY' },
  approval: { by: 'client-lead', estimate: 'required', above: '200.00' },
  prerequisites: [
    { id: 'remote-access', label: 'Accès distant ouvert', by: 'client', when: { mode: 'remote' } },
    { id: 'spares', by: 'provider' },
  ],
  rules: [
    {
      id: 'PER-1',
      clause: '1.1',
      when: { assetClass: ['server', 'workstation'], intervention: 'support' },
      then: 'included',
    },
    {
      id: 'PER-2',
      clause: '1.2',
      when: { assetClass: 'printer', intervention: 'support' },
      then: 'third-party',
      by: 'Bailleur',
    },
    { id: 'PER-3', when: { intervention: 'evolution' }, then: 'on-demand', price: 'UO-DAY' },
    {
      id: 'PER-4',
      clause: '1.4',
      when: { assetClass: 'workstation', site: 'branch', mode: 'onsite', intervention: 'support' },
      then: 'included',
      overrides: ['PER-1'],
      quota: { count: 2, over: 'month', unit: 'visit', beyond: { then: 'on-demand', price: 'VISIT' } },
    },
  ],
} as const satisfies ScopeTerms

const server = { assetClass: 'server', intervention: 'support' } as const

describe('one verdict, with its rule and its clause', () => {
  it.each<[string, ScopeQuestion, Partial<ScopeVerdict>]>([
    [
      'the rule that applies',
      { ...server, site: 'hq', mode: 'remote' },
      { outcome: 'included', rule: 'PER-1', clause: '1.1' },
    ],
    [
      'a rule without a clause is its own clause',
      { intervention: 'evolution' },
      { outcome: 'on-demand', rule: 'PER-3', clause: 'PER-3', price: 'UO-DAY' },
    ],
    [
      'a third party is named',
      { assetClass: 'printer', intervention: 'support', mode: 'remote' },
      { outcome: 'third-party', by: 'Bailleur', rule: 'PER-2' },
    ],
    [
      'the kind of a ticket stands for its intervention',
      { assetClass: 'server', kind: 'incident', mode: 'remote' },
      { outcome: 'included', rule: 'PER-1' },
    ],
    ['what changes nothing need not be told', server, { outcome: 'included', rule: 'PER-1', about: 'cell' }],
    [
      'a dimension without declared values takes any word',
      { ...server, profile: 'staff', mode: 'remote' },
      { outcome: 'included' },
    ],
    [
      'the instant chooses a version, not a cell',
      { ...server, mode: 'remote', at: '2026-10-01' },
      { outcome: 'included' },
    ],
  ])('%s', (_, question, expected) => {
    expect(decide(office, question)).toMatchObject(expected)
  })

  it('rules of the same outcome agree: the most specific one is told, and all of them', () => {
    const rules = [
      { id: 'A', then: 'included' },
      { id: 'B', when: { site: 'hq' }, then: 'included' },
    ] as const
    expect(decide({ sites: ['hq', 'branch'], rules }, { site: 'hq' })).toMatchObject({ rule: 'B', rules: ['A', 'B'] })
  })

  it.each<[string, ScopeTerms['rules'], Partial<ScopeVerdict>]>([
    ['no rule is a gap', [], { outcome: 'gap', rule: null, clause: null, rules: [] }],
    [
      'two rules of different outcome are a conflict',
      [
        { id: 'A', then: 'included' },
        { id: 'B', then: 'client' },
      ],
      { outcome: 'conflict', rule: null, rules: ['A', 'B'] },
    ],
  ])('%s', (_, rules, expected) => {
    expect(decide({ ...(rules && { rules }) }, {})).toMatchObject(expected)
  })
})

describe('never a guess', () => {
  it('what remains possible, and which question decides', () => {
    const verdict = decide(office, { intervention: 'support', mode: 'remote' })
    expect(verdict).toMatchObject({ outcome: 'undetermined', rule: null, missing: ['assetClass'] })
    expect(verdict.possible?.map(({ outcome, rule, clause }) => [outcome, rule, clause])).toEqual([
      ['included', 'PER-1', '1.1'],
      ['third-party', 'PER-2', '1.2'],
    ])
    expect(verdict.because.at(-1)?.fr).toBe('À préciser\u00a0: classe d’équipements (Serveurs, workstation, printer).')
  })

  it('the question that settles most comes first', () => {
    expect(decide(office, {}).missing?.[0]).toBe('intervention')
  })

  it.each<[string, ScopeQuestion, string, string]>([
    ['a value that the contract does not declare', { assetClass: 'toaster' }, 'assetClass', 'toaster'],
    ['a key that it does not know', { ...server, colour: 'red' }, 'colour', 'red'],
    ['a size that is no number', { ...server, days: 'a few' }, 'days', 'a few'],
    ['a prerequisite that it does not have', { ...server, prerequisitesUnmet: ['x'] }, 'prerequisitesUnmet', 'x'],
  ])('%s is told back', (_, question, key, value) => {
    const verdict = decide(office, question)
    expect(verdict.outcome).toBe('undetermined')
    expect(verdict.unknown).toEqual([expect.objectContaining({ key, value })])
  })
})

describe('who comes, from where, how fast', () => {
  const onsite = (place: ScopeQuestion): ScopeVerdict => decide(office, { ...server, mode: 'onsite', ...place })

  it.each<[string, ScopeQuestion, string | undefined]>([
    ['a department', { postalCode: '69100' }, 'rhone'],
    ['a postal prefix is more specific than its department', { postalCode: '69003' }, 'centre'],
    ['Corsica by its postal code', { postalCode: '20000' }, 'rhone'],
    ['a department named', { department: '59' }, 'nord'],
    ['a country', { country: 'BE', postalCode: '59000' }, 'belgium'],
    ['the site of the contract', { site: 'branch' }, 'nord'],
    ['nowhere', { postalCode: '35000' }, undefined],
    ['overseas', { site: 'island' }, undefined],
    ['Monaco is no French department', { postalCode: '98000' }, undefined],
    ['a foreign postal code is no French one', { country: 'DE', postalCode: '69003' }, undefined],
  ])('%s', (_, place, zone) => {
    const verdict = onsite(place)
    expect(verdict.zone?.id).toBe(zone)
    expect(verdict.outcome).toBe(zone === undefined ? 'unserved' : 'included')
  })

  it('the zone comes with its delay, its fee and its staff', () => {
    expect(onsite({ site: 'branch' }).zone).toEqual({
      id: 'nord',
      within: { workingDays: 2, calendar: 'business' },
      price: 'VISIT',
      by: 'subcontractor',
    })
    expect(onsite({ site: 'branch' }).because.map(({ fr }) => fr)).toContain(
      'Sur place\u00a0: zone nord, sous 2\u00a0jours ouvrés (business), par un sous-traitant, déplacement facturé VISIT.',
    )
  })

  it('a place before it is a site: only the visit is asked, and answered', () => {
    expect(decide(office, { postalCode: '59800', mode: 'onsite' })).toMatchObject({
      about: 'visit',
      outcome: 'on-demand',
      rule: 'nord',
      price: 'VISIT',
    })
    expect(decide(office, { postalCode: '69100', mode: 'onsite' })).toMatchObject({
      about: 'visit',
      outcome: 'included',
      rule: 'rhone',
    })
    expect(decide(office, { postalCode: '35000', mode: 'onsite' })).toMatchObject({ outcome: 'unserved' })
  })

  it('a rule that names the sites of the contract does not hold for a new one', () => {
    const rules = [{ id: 'A', when: { site: ['hq', 'branch'] }, then: 'included' }] as const
    const scope: ScopeTerms = { sites: ['hq', 'branch'], modes: ['remote'], rules }
    expect(decide(scope, { postalCode: '69003' }).outcome).toBe('gap')
  })

  it('two zones as specific as each other that promise different things are a conflict', () => {
    expect(onsite({ postalCode: '38000' })).toMatchObject({ outcome: 'conflict', rules: ['alps', 'alps-too'] })
  })

  it('a country alone does not tell a department', () => {
    expect(onsite({ country: 'FR' })).toMatchObject({ outcome: 'undetermined', missing: ['postalCode'] })
  })

  it('nobody comes to a site that says so, and nobody needs to when work is remote', () => {
    expect(onsite({ site: 'closed' }).outcome).toBe('unserved')
    expect(decide(office, { ...server, mode: 'remote', site: 'closed' })).toMatchObject({ outcome: 'included' })
    expect(decide(office, { ...server, mode: 'remote', site: 'island' })).toMatchObject({ outcome: 'included' })
  })

  it('what is up to another stays so, served or not', () => {
    expect(onsite({ assetClass: 'printer', site: 'island' }).outcome).toBe('third-party')
  })

  it.each<[string, ScopeTerms['providerZones'], ScopeQuestion, string]>([
    [
      'overseas before the country',
      [
        { id: 'fr', countries: ['FR'] },
        { id: 'sea', overseas: true },
      ],
      { postalCode: '97400' },
      'sea',
    ],
    ['France holds overseas', [{ id: 'fr', countries: ['FR'] }], { postalCode: '98800' }, 'fr'],
    ['unless it says otherwise', [{ id: 'fr', countries: ['FR'], overseas: false }], { postalCode: '97400' }, 'none'],
    [
      'a territory under its own country code',
      [{ id: 'sea', overseas: true }],
      { country: 'RE', postalCode: '97400' },
      'sea',
    ],
    [
      'the longer prefix',
      [
        { id: 'a', postalPrefixes: ['92'] },
        { id: 'b', postalPrefixes: ['921'] },
      ],
      { postalCode: '92120' },
      'b',
    ],
    [
      'twice the same promise is no tie',
      [
        { id: 'a', departments: ['92'] },
        { id: 'b', departments: ['92'] },
      ],
      { postalCode: '92120' },
      'a',
    ],
  ])('%s', (_, providerZones, place, zone) => {
    const scope: ScopeTerms = { ...(providerZones && { providerZones }), rules: [{ id: 'A', then: 'included' }] }
    expect(decide(scope, { mode: 'onsite', ...place }).zone?.id ?? 'none').toBe(zone)
  })
})

describe('quota, threshold, approval, prerequisites', () => {
  const visit = { assetClass: 'workstation', intervention: 'support', site: 'branch', mode: 'onsite' } as const

  it.each<[number | undefined, string, string | undefined]>([
    [undefined, 'included', undefined],
    [0, 'included', '2'],
    [1, 'included', '1'],
    [2, 'on-demand', '0'],
    [3, 'on-demand', '0'],
  ])('two visits a month included, then on demand: %s used', (used, outcome, left) => {
    const verdict = decide(office, { ...visit, used })
    expect(verdict).toMatchObject({ outcome, rule: 'PER-4', clause: '1.4' })
    expect(verdict.quota?.left).toBe(left)
    expect(verdict.price).toBe(outcome === 'on-demand' ? 'VISIT' : undefined)
  })

  it.each<[ScopeQuestion, string, true | undefined]>([
    [{ days: 0.5 }, 'included', undefined],
    [{ days: '0.51' }, 'on-demand', true],
    [{ days: 3, kind: 'incident' }, 'included', undefined],
    [{ hours: 3 }, 'undetermined', undefined],
  ])('the project threshold of half a day against %j', (size, outcome, estimate) => {
    const verdict = decide(office, { ...server, mode: 'remote', ...size })
    expect([verdict.outcome, verdict.estimate]).toEqual([outcome, estimate])
  })

  it('work outside the fee needs an approval, above its amount', () => {
    expect(decide(office, { intervention: 'evolution' }).approval).toMatchObject({
      by: 'client-lead',
      estimate: 'required',
    })
    expect(decide(office, { intervention: 'evolution', amount: 200 }).approval).toBeUndefined()
    expect(decide(office, { intervention: 'evolution', amount: '200.01' }).approval).toBeDefined()
    expect(decide(office, { ...server, mode: 'remote' }).approval).toBeUndefined()
  })

  it('a miss is not imputable while a prerequisite of the client is unmet', () => {
    const asked = { ...server, mode: 'remote' }
    expect(decide(office, asked)).toMatchObject({
      imputable: true,
      prerequisites: [{ id: 'remote-access', unmet: false }, { id: 'spares' }],
    })
    expect(decide(office, { ...asked, prerequisitesUnmet: ['remote-access'] })).toMatchObject({
      outcome: 'included',
      imputable: false,
    })
    expect(decide(office, { ...asked, prerequisitesUnmet: ['spares'] }).imputable).toBe(true)
  })

  it('a prerequisite of other cells says nothing', () => {
    const verdict = decide(office, { ...visit, prerequisitesUnmet: ['remote-access'] })
    expect(verdict.imputable).toBe(true)
    expect(verdict.prerequisites.map(({ id }) => id)).toEqual(['spares'])
  })
})

describe('laws', () => {
  it('a cell named in full has the verdict of a reader who applies each rule', () => {
    fc.assert(
      fc.property(anyScope, ({ dimensions, rules }) => {
        const scope = compileScope({ dimensions, rules } as ScopeTerms)
        for (const cell of everyCell(dimensions)) {
          const [verdict, naive] = [scope.judge(cell), judgeCell(rules, cell)]
          const outcome = rules.find(({ id }) => id === verdict.rule)?.then ?? verdict.outcome
          expect(verdict.outcome).toBe(naive.kind === 'decided' ? outcome : naive.kind)
          expect([...verdict.rules].sort()).toEqual(naive.kind === 'gap' ? [] : [...naive.rules].sort())
        }
      }),
    )
  })

  it('a question left open is decided exactly where every answer to it would be the same', () => {
    fc.assert(
      fc.property(anyScope, fc.infiniteStream(fc.boolean()), ({ dimensions, rules }, coins) => {
        const named = Object.keys(dimensions).filter(() => coins.next().value)
        const cell = Object.fromEntries(named.map((name) => [name, dimensions[name]?.[0] ?? '']))
        const verdict = compileScope({ dimensions, rules } as ScopeTerms).judge(cell)
        const left = everyCell(dimensions).filter((one) => named.every((name) => one[name] === cell[name]))
        const answers = new Set(left.map((one) => answerOf(rules, one)))
        expect(verdict.outcome === 'undetermined').toBe(answers.size > 1)
        if (answers.size > 1) {
          expect(verdict.possible?.length).toBe(answers.size)
          expect([...(verdict.missing ?? [])].sort()).toEqual(decisive(Object.keys(dimensions), rules, left).sort())
        }
      }),
    )
  })
})

function answerOf(rules: Parameters<typeof judgeCell>[0], cell: NaiveCell): string {
  const verdict = judgeCell(rules, cell)
  return verdict.kind === 'decided' ? verdict.outcome : verdict.kind
}

/** The dimensions where one step alone changes some answer. */
function decisive(
  names: readonly string[],
  rules: Parameters<typeof judgeCell>[0],
  cells: readonly NaiveCell[],
): string[] {
  return names.filter((name) => {
    const others = Map.groupBy(cells, (cell) => JSON.stringify({ ...cell, [name]: '' }))
    return [...others.values()].some((line) => new Set(line.map((cell) => answerOf(rules, cell))).size > 1)
  })
}
