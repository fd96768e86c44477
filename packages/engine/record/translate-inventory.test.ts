import { describe, expect, test } from 'vitest'
import { compareExport } from './compare-export.ts'
import { foldInventory } from './fold-inventory.ts'
import type { InventoryFact } from './inventory-fact.ts'
import type { InventoryMapping } from './inventory-mapping.ts'
import { inventoryPreset } from './inventory-presets.ts'
import { readAnyMapping, readMapping } from './read-mapping.ts'
import { type InventoryTranslated, translateInventory } from './translate-inventory.ts'

type Translated = InventoryTranslated & { readonly ok: true }

function translate(mapping: InventoryMapping, source: string | Uint8Array): Translated {
  const translator = translateInventory(mapping)
  translator.write(source)
  const translated = translator.end()
  if (!translated.ok) throw new Error(translated.fault.message.en)
  return translated
}

function mappingOf(yaml: string): InventoryMapping {
  const read = readAnyMapping(`vigie-mapping: 1\nshape: inventory\n${yaml}`)
  if (!read.ok || read.mapping.shape !== 'inventory') throw new Error(JSON.stringify(read))
  return read.mapping
}

const shown = ({ assets }: Translated) =>
  assets.map(({ asset, columns }) => [asset, columns.assetClass, columns.site, columns.serial, columns.owner])

const glpiFrench =
  '\ufeff"Nom";"Entité";"Statut";"Fabricant";"Numéro de série";"Type";"Lieu";"Utilisateur"\r\n' +
  '"PC-001";"Siège";"En service";"Fabricant";"SN-0001";"Laptop";"Siège > 1er étage";"zoe"\r\n' +
  '"SRV-01";"Siège";"En service";"Fabricant";"SN-0002";"Rack Mount Chassis";"Siège";""\r\n' +
  '"PC-009";"Siège";"Mis au rebut";"Fabricant";"SN-0009";"Laptop";"-----";""\r\n'

const glpiEnglish =
  'Name,Entity,Status,Manufacturer,Serial number,Item type,Location,User\n' +
  'PC-001,HQ,In use,Maker,SN-0001,Computer,HQ > 1st floor,zoe\n' +
  'IMP-01,HQ,In use,Maker,SN-0003,Printer,HQ,\n'

const itopFrench =
  '"Nom","Sous-classe de CI","Nom site","Etat","Numéro de série"\n' +
  '"PC-001","PC","Siège","Production","SN-0001"\n' +
  '"VM-01","Machine virtuelle","","",""\n' +
  '"PC-009","PC","Siège","Obsolète","SN-0009"\n'

const itopCodes =
  'name\tfinalclass\tlocation_name\tstatus\tserialnumber\nSW-01\tNetworkDevice\tHQ\tproduction\tSN-0004\n'

describe('presets know the headings of their tool, whatever its language and separator', () => {
  test.each([
    [
      'GLPI in French, semicolons, with a byte order mark',
      'glpi',
      glpiFrench,
      [
        ['PC-001', 'workstation', 'Siège > 1er étage', 'SN-0001', 'zoe'],
        ['SRV-01', 'server', 'Siège', 'SN-0002', undefined],
      ],
      { in: 3, assets: 2, ignored: 0, gone: 1, duplicates: 0, rejected: 0 },
    ],
    [
      'GLPI in English, commas',
      'glpi',
      glpiEnglish,
      [
        ['IMP-01', 'printer', 'HQ', 'SN-0003', undefined],
        ['PC-001', 'workstation', 'HQ > 1st floor', 'SN-0001', 'zoe'],
      ],
      { in: 2, assets: 2, ignored: 0, gone: 0, duplicates: 0, rejected: 0 },
    ],
    [
      'iTop in French',
      'itop',
      itopFrench,
      [
        ['PC-001', 'workstation', 'Siège', 'SN-0001', undefined],
        ['VM-01', 'server', undefined, undefined, undefined],
      ],
      { in: 3, assets: 2, ignored: 0, gone: 1, duplicates: 0, rejected: 0 },
    ],
    [
      'iTop with attribute codes, tabulations',
      'itop',
      itopCodes,
      [['SW-01', 'network', 'HQ', 'SN-0004', undefined]],
      { in: 1, assets: 1, ignored: 0, gone: 0, duplicates: 0, rejected: 0 },
    ],
  ] as const)('%s', (_, preset, source, assets, counts) => {
    const translated = translate(inventoryPreset(preset), source)
    expect(shown(translated)).toEqual(assets)
    expect(translated.counts).toEqual(counts)
    expect(translated.warnings.filter(({ code }) => code === 'unmapped-value')).toEqual([])
  })

  test('however the bytes are cut', () => {
    const bytes = new TextEncoder().encode(glpiFrench)
    const translator = translateInventory(inventoryPreset('glpi'))
    for (let i = 0; i < bytes.length; i++) translator.write(bytes.subarray(i, i + 1))
    expect(translator.end()).toEqual(translate(inventoryPreset('glpi'), bytes))
  })

  test('a file of something else is refused as a whole', () => {
    const translator = translateInventory(inventoryPreset('glpi'))
    translator.write('ticket,at,event\nT-1,2026-01-01,reported\n')
    expect(translator.end()).toMatchObject({ ok: false, fault: { code: 'no-header', place: { line: 1 } } })
  })
})

const own = mappingOf(`
asset: Machine
columns: { assetClass: Genre, site: Ville, monthlyCost: Coût, quantity: Nombre }
classes: { Poste: workstation, Écran: ignored }
values: { site: { LYON: hq } }
constants: { source: parc }
state: État
gone: [HS]
`)

describe('a JSON document is read for its rows', () => {
  const list =
    '[{"name":"PC-001","serial":"SN-0001","computertypes_id":"Laptop","links":[{"rel":"x"}]},\n {"name":"PC-002","location":{"id":3,"name":"HQ"},"type":{"name":"Server"}}]'
  const itop =
    '{ "code": 0, "objects": { "PC::1": { "class": "PC", "key": "1", "fields": { "name": "PC-001", "serialnumber": "SN-0001", "location_name": "HQ" } },\n "Server::2": { "class": "Server", "key": "2", "fields": { "name": "SRV-1", "status": "obsolete" } } } }'
  test.each([
    [
      'a list',
      'glpi',
      list,
      [
        ['PC-001', 'workstation', undefined, 'SN-0001', undefined],
        ['PC-002', 'server', 'HQ', undefined, undefined],
      ],
    ],
    [
      'a list in a property',
      'glpi',
      `{ "total": 2, "data": ${list} }`,
      [
        ['PC-001', 'workstation', undefined, 'SN-0001', undefined],
        ['PC-002', 'server', 'HQ', undefined, undefined],
      ],
    ],
    ['iTop’s answer', 'itop', itop, [['PC-001', 'workstation', 'HQ', 'SN-0001', undefined]]],
    [
      'JSON Lines',
      'itop',
      '{"name":"PC-001","finalclass":"PC"}\n{"name":"PC-002","finalclass":"PC"}\n',
      [
        ['PC-001', 'workstation', undefined, undefined, undefined],
        ['PC-002', 'workstation', undefined, undefined, undefined],
      ],
    ],
    [
      'one line of them',
      'itop',
      '{"name":"PC-001","finalclass":"PC"}',
      [['PC-001', 'workstation', undefined, undefined, undefined]],
    ],
  ] as const)('%s', (_, preset, source, assets) => {
    expect(shown(translate(inventoryPreset(preset), source))).toEqual(assets)
    const bytes = new TextEncoder().encode(`\ufeff${source}`)
    const translator = translateInventory(inventoryPreset(preset))
    for (let i = 0; i < bytes.length; i += 7) translator.write(bytes.subarray(i, i + 7))
    expect(translator.end()).toEqual(translate(inventoryPreset(preset), source))
  })

  test.each([
    ['cut', '[{"name":"PC-001"}', 'not-json'],
    ['a list of words', '["PC-001"]', 'not-json'],
    ['bytes that are no UTF-8', new Uint8Array([123, 34, 0xe9, 34, 58, 49, 125]), 'not-utf-8'],
  ])('%s is refused as a whole', (_, source, code) => {
    const translator = translateInventory(inventoryPreset('glpi'))
    translator.write(source)
    expect(translator.end()).toMatchObject({ ok: false, fault: { code } })
  })
})

describe('a mapping of one’s own', () => {
  test('maps classes and values, leaves classes aside, reads numbers as spreadsheets write them', () => {
    const translated = translate(
      own,
      'Machine;Genre;Ville;Coût;Nombre;État\nA;Poste;LYON;1 250,50 €;3;\nB;Écran;LYON;;;\nC;Tablette;PARIS;;;\nD;Poste;;douze;;\nE;Poste;;;;HS\n',
    )
    expect(translated.assets.map(({ asset, columns }) => [asset, columns])).toEqual([
      ['A', { assetClass: 'workstation', site: 'hq', monthlyCost: '1250.50', quantity: '3', source: 'parc' }],
      ['C', { assetClass: 'Tablette', site: 'PARIS', source: 'parc' }],
    ])
    expect(translated.counts).toEqual({ in: 5, assets: 2, ignored: 1, gone: 1, duplicates: 0, rejected: 1 })
    expect(translated.rejected).toMatchObject([{ line: 5, code: 'not-a-number' }])
    expect(translated.warnings).toMatchObject([{ code: 'unmapped-value', count: 1 }])
  })

  test('two machines of one name stay two, one row written twice is one', () => {
    const translated = translate(
      mappingOf('asset: m\ncolumns: { serial: s }'),
      'm,s\nPC-1,BBBB1\nPC-1,AAAA1\nPC-1,AAAA1\nPC-2,\n',
    )
    expect(translated.assets.map(({ asset }) => asset)).toEqual(['PC-1', 'PC-1~BBBB1', 'PC-2'])
    expect(translated.warnings.map(({ code, lines }) => [code, lines])).toEqual([
      ['duplicate-row', [4]],
      ['shared-name', [2]],
    ])
  })

  test.each([
    ['state without gone', 'asset: m\nstate: s\n', 'state-and-gone'],
    ['an unknown key', 'asset: m\ncolums: {}\n', 'unknown-key'],
    ['no asset', 'columns: {}\n', 'missing-key'],
  ])('%s is refused with its place', (_, yaml, code) => {
    const read = readAnyMapping(`vigie-mapping: 1\nshape: inventory\n${yaml}`, 'm.yaml')
    expect(read).toMatchObject({ ok: false, issues: [{ code, place: { file: 'm.yaml' } }] })
  })

  test('of an unknown shape says the three, and nothing else', () => {
    const read = readAnyMapping('vigie-mapping: 1\nshape: inventaire\nasset: m\n')
    expect(read).toMatchObject({ ok: false, issues: [{ code: 'unknown-value', place: { line: 2 } }] })
    expect(!read.ok && [read.issues.length, read.issues[0]?.expected?.en]).toEqual([
      1,
      'one of events, snapshots, inventory',
    ])
  })

  test('is none of a log', () => {
    const read = readMapping('vigie-mapping: 1\nshape: inventory\nasset: m\n')
    expect(read).toMatchObject({ ok: false, issues: [{ code: 'mapping-of-an-inventory', place: { line: 2 } }] })
  })
})

describe('an export compared with what was known', () => {
  const month = (n: number) => Date.UTC(2026, n, 1)
  const mapping = mappingOf('asset: m\ncolumns: { assetClass: c, site: s, serial: sn }\nconstants: { source: t }')
  const grow = (facts: readonly InventoryFact[], source: string, at: number) => {
    const { assets } = translate(mapping, `m,c,s,sn\n${source}`)
    return [...facts, ...compareExport(foldInventory(facts, { at }), assets, at)]
  }
  const told = (facts: readonly InventoryFact[]) =>
    facts.map(({ asset, event, columns }) => [asset, event, Object.keys(columns).join(' ')].join(' ').trim())

  test('is what was added, moved, changed, seen again, and missed', () => {
    const first = grow([], 'A,pc,hq,1\nB,pc,hq,2\nC,pc,hq,3\nP,printer,hq,9\n', month(0))
    const second = grow(first, 'A,pc,hq,1\nB,pc,branch,2\nD,pc,hq,4\n', month(1))
    expect(told(second.slice(first.length))).toEqual([
      'A seen',
      'B moved site',
      'C removed',
      'D added assetClass site serial source',
    ])
    const third = grow(second, 'C,pc,hq,3\nA,pc,branch,7\n', month(2))
    expect(told(third.slice(second.length))).toEqual([
      'A changed site serial',
      'B removed',
      'C added assetClass site serial source',
      'D removed',
    ])
  })

  test('says nothing of classes and sources that it does not hold', () => {
    const first = grow([], 'P,printer,hq,9\n', month(0))
    expect(told(grow(first, 'A,pc,hq,1\n', month(1)).slice(1))).toEqual(['A added assetClass site serial source'])
  })

  test('folded again, is what the export shows', () => {
    const facts = grow(grow([], 'A,pc,hq,1\nB,pc,hq,2\n', month(0)), 'B,pc,branch,2\nC,pc,hq,3\n', month(1))
    const now = foldInventory(facts, { at: month(1) }).filter(({ present }) => present)
    expect(now.map(({ asset, columns }) => [asset, columns.site])).toEqual([
      ['B', 'branch'],
      ['C', 'hq'],
    ])
  })
})
