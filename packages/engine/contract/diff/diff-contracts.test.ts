import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Contract } from '../contract.ts'
import { completeContract } from '../fixtures/complete-contract.ts'
import { readContract } from '../read-contract.ts'
import { diffContracts } from './diff-contracts.ts'
import { isMap, isSameTerm } from './find-differences.ts'

const file = 'contracts/small-business/contract.yaml'
const source = readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8')
const contract = versionOf(source)

/** `[what is written, what replaces it, the sentence in French, in English]`. */
const CHANGES: readonly (readonly [string, string, string, string])[] = [
  [
    'target: { hours: 8, calendar: on-call }',
    'target: { hours: 6, calendar: on-call }',
    'Engagement 2.4 (P1-RESOLUTION) : le délai passe de 8 h à 6 h (Astreinte, du lundi au samedi).',
    'Commitment 2.4 (P1-RESOLUTION): the time target goes from 8 h to 6 h (Astreinte, du lundi au samedi).',
  ],
  [
    'measure: response\n      when: { kind: incident, priority: P1 }\n      target: { minutes: 30, calendar: on-call }\n      compliance: { atLeast: 95%',
    'measure: response\n      when: { kind: incident, priority: P1 }\n      target: { minutes: 30, calendar: on-call }\n      compliance: { atLeast: 97.5%',
    'Engagement 2.1 (P1-RESPONSE) : le taux exigé passe de 95 % à 97,5 %.',
    'Commitment 2.1 (P1-RESPONSE): the required rate goes from 95% to 97.5%.',
  ],
  [
    'onChange: retroactive',
    'onChange: frozen',
    'Engagements : l’effet d’un changement de priorité passe de rétroactif à sans effet.',
    'Commitments: the effect of a change of priority goes from retroactive to frozen.',
  ],
  [
    'quantity: 56,',
    'quantity: 61,',
    'Classe d’équipements « Postes de travail » : la quantité passe de 56 à 61.',
    'Asset class "Postes de travail": the quantity goes from 56 to 61.',
  ],
  [
    'renewal: { mode: tacit, for: P12M }, notice: P3M }',
    'renewal: { mode: tacit, for: P12M }, notice: P6M }',
    'Contrat : le préavis de non-reconduction passe de 3 mois à 6 mois.',
    'Contract: the notice of non-renewal goes from 3 months to 6 months.',
  ],
  [
    'proof: required, remindAfter',
    'remindAfter',
    'Motif de suspension waiting-third-party : la preuve passe de exigée à facultative.',
    'Pause reason waiting-third-party: the proof goes from required to optional.',
  ],
  [
    '      - { date: 2026-12-31, hours: ["08:30-12:00"], label: Fermeture anticipée }\n  business-alsace',
    '  business-alsace',
    'Calendrier « Heures ouvrées », journée particulière 31 décembre 2026 supprimée.',
    'Calendar "Heures ouvrées", special day 31 December 2026 removed.',
  ],
]

describe('two contracts, clause by clause', () => {
  test.each(CHANGES)('%s → %s', (written, replaced, fr, en) => {
    expect(source.split(written).length, 'what is written stands in the contract').toBeGreaterThan(1)
    const place = source.indexOf(written)
    const changed = source.slice(0, place) + replaced + source.slice(place + written.length)
    const [change, ...others] = diffContracts(contract, versionOf(changed))
    expect(others).toEqual([])
    expect(change?.message.fr.replaceAll('\u00a0', ' ')).toBe(fr)
    expect(change?.message.en.replaceAll('\u00a0', ' ')).toBe(en)
  })

  test('an element added at the head of a list is one change, and removed is its mirror', () => {
    const pause = '      - { reason: frozen-site, label: Site fermé, imputable: client, atMost: { days: 3 } }\n'
    const changed = versionOf(source.replace('    pauses:\n', `    pauses:\n${pause}`))
    const [added, ...others] = diffContracts(contract, changed)
    expect(others).toEqual([])
    expect(added).toMatchObject({ kind: 'added', part: 'commitments', path: 'commitments.clock.pauses[frozen-site]' })
    expect(added?.message.fr.replaceAll('\u00a0', ' ')).toMatch(
      /^Motif de suspension frozen-site ajouté : .*3 jours civils/,
    )
    expect(diffContracts(changed, contract)).toMatchObject([
      { kind: 'removed', path: 'commitments.clock.pauses[frozen-site]' },
    ])
  })

  test('the same elements in another order are one change', () => {
    const { commitments } = contract
    const turned = { ...contract, commitments: { ...commitments, targets: commitments.targets.toReversed() } }
    expect(diffContracts(contract, turned)).toMatchObject([{ kind: 'reordered', path: 'commitments.targets' }])
  })

  test('a commitment carries the number of its clause', () => {
    const without = { ...contract.commitments, targets: contract.commitments.targets.slice(1) }
    expect(diffContracts(contract, { ...contract, commitments: without })).toMatchObject([
      { kind: 'removed', clause: '2.1', path: 'commitments.targets[P1-RESPONSE]' },
    ])
  })

  test('law: no change between equal contracts, at least one located change between any others', () => {
    const complete = versionOf(completeContract)
    const places = placesOf(complete)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: places.length - 1 }),
        fc.constantFrom('drop', 'other', 'again'),
        (at, how) => {
          const place = places[at] ?? []
          const changed = structuredClone(complete)
          mutate(changed, place, how)
          const same = isSameTerm(complete, changed)
          const changes = diffContracts(complete, changed)
          expect(changes.length > 0, place.join('.')).toBe(!same)
          for (const { path, message } of changes) {
            expect(path).not.toBe('')
            expect(message.fr).toMatch(/\S.*\.$/)
            expect(message.en).toMatch(/\S.*\.$/)
            expect(`${message.fr}${message.en}`).not.toMatch(/undefined|\[object/)
          }
        },
      ),
      { numRuns: 600 },
    )
    expect(diffContracts(complete, structuredClone(complete))).toEqual([])
  })
})

function versionOf(text: string): Contract {
  const reading = readContract(text, { file })
  if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message.en).join('\n'))
  return reading.history.versions[0]
}

function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (path[0] === 'labels') return []
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [
    ...(path.length === 0 || path.join() === 'chapters' ? [] : [path]),
    ...inner.flatMap(([key, one]) => placesOf(one, [...path, key])),
  ]
}

function mutate(root: unknown, place: readonly string[], how: string): void {
  let parent: unknown = root
  for (const key of place.slice(0, -1)) parent = (parent as Record<string, unknown>)[key]
  const key = place.at(-1) ?? ''
  if (Array.isArray(parent)) {
    const index = Number(key)
    if (how === 'drop') parent.splice(index, 1)
    else if (how === 'again') parent.push(structuredClone(parent[index]))
    else parent[index] = otherThan(parent[index])
  } else if (isMap(parent)) {
    const map = parent as Record<string, unknown>
    const isIdentity = [
      'timeZone',
      'currency',
      'calendars',
      'commitments',
      'targets',
      'chapters',
      'followUp',
      'phases',
    ].includes(key)
    const isUnitKey = 'kind' in map || 'numerator' in map || 'bySite' in map
    if (how === 'drop' && !isIdentity && !isUnitKey) delete map[key]
    else if (how === 'other' && !isIdentity) map[key] = otherThan(map[key])
  }
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`
  if (typeof value === 'number') return value + 1
  if (typeof value === 'bigint') return value + 1n
  if (typeof value === 'boolean') return !value
  return value
}
