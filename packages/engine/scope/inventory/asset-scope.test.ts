import { describe, expect, test } from 'vitest'
import type { ScopeChapter } from '../clause-schema.ts'
import { createAssetScope } from './asset-scope.ts'

const scope = createAssetScope({
  sites: [{ id: 'hq' }, { id: 'branch' }],
  assetClasses: [{ id: 'pc' }, { id: 'printer' }, { id: 'machine' }, { id: 'robot' }],
  interventions: [{ id: 'support' }, { id: 'maintenance' }],
  rules: [
    { id: 'A', when: { assetClass: ['pc'] }, then: 'included' },
    { id: 'B', when: { assetClass: ['printer'], intervention: ['support'] }, then: 'on-demand' },
    { id: 'C', when: { assetClass: ['machine'] }, then: 'client' },
    { id: 'D', when: { assetClass: ['pc'], site: ['branch'], intervention: ['support'] }, then: 'excluded' },
    { id: 'E', when: { assetClass: ['robot'], site: ['branch'] }, then: 'included' },
    { id: 'F', when: { assetClass: ['robot'], site: ['hq'] }, then: 'third-party', by: 'x' },
  ],
} satisfies ScopeChapter)

describe('an asset in the scope', () => {
  test.each([
    ['a class that is included', { assetClass: 'pc', site: 'hq' }, true, []],
    ['rules that contradict each other on a site', { assetClass: 'pc', site: 'branch' }, true, ['conflict']],
    ['a site that is not told may be that one', { assetClass: 'pc' }, true, ['conflict']],
    ['a site of a tool’s own words, too', { assetClass: 'pc', site: 'Siège > 1er' }, true, ['conflict']],
    ['a kind of work without a rule', { assetClass: 'printer', site: 'hq' }, true, ['gap']],
    ['a class whose work is all left to the client', { assetClass: 'machine' }, false, []],
    ['covered on one site', { assetClass: 'robot', site: 'branch' }, true, []],
    ['left to a third party on another', { assetClass: 'robot', site: 'hq' }, false, []],
    ['a class that the contract does not declare', { assetClass: 'tablet' }, false, []],
    ['no class', {}, false, []],
  ])('%s', (_, place, covered, undecided) => {
    expect([scope.covers(place), scope.undecided(place)]).toEqual([covered, undecided])
  })

  test('without rules a declared class is covered, and nothing is undecided', () => {
    const bare = createAssetScope({ assetClasses: [{ id: 'pc' }] })
    expect([bare.covers({ assetClass: 'pc' }), bare.undecided({ assetClass: 'pc' })]).toEqual([true, []])
    expect(createAssetScope(undefined).covers({ assetClass: 'pc' })).toBe(false)
  })
})
