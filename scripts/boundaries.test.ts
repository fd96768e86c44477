import { describe, expect, test } from 'vitest'
import { findViolations, type Violation } from './boundaries.ts'
import { importsOf } from './imports-of.ts'
import { type Architecture, type Manifest, type Project, readProject } from './read-project.ts'

const architecture: Architecture = {
  rooms: [
    { room: 'engine/base', path: 'packages/engine/base', holds: '', mayImport: [] },
    { room: 'engine/record', path: 'packages/engine/record', holds: '', mayImport: ['engine/base'] },
    { room: 'engine', path: 'packages/engine', holds: '', mayImport: ['engine/base', 'engine/record'] },
    { room: 'cli', path: 'packages/cli', holds: '', mayImport: ['engine'] },
    { room: 'testkit', path: 'packages/testkit', holds: '', mayImport: ['engine'] },
  ],
  testsMayImport: ['testkit'],
  libraries: { 'big.js': ['packages/engine/base/decimal*.ts'] },
}

const manifests = new Map<string, Manifest>([
  ['', { name: 'vigie', devDependencies: { vitest: '1.0.0' } }],
  [
    'packages/engine',
    { name: '@vigie/engine', exports: { '.': './index.ts' }, devDependencies: { '@vigie/testkit': '1.0.0' } },
  ],
  ['packages/cli', { name: '@vigie/cli', dependencies: { '@vigie/engine': '1.0.0' } }],
  ['packages/testkit', { name: '@vigie/testkit', exports: { '.': './index.ts' } }],
])

/** A project that is clean, so that whatever is reported was planted. */
const clean: Readonly<Record<string, string>> = {
  'packages/engine/base/instant.ts': 'export type Instant = number',
  'packages/engine/record/event.ts': "import type { Instant } from '../base/instant.ts'\nexport type At = Instant",
  'packages/engine/record/event.test.ts': "import { test } from 'vitest'\nimport '@vigie/testkit'",
  'packages/engine/index.ts': "export type { At } from './record/event.ts'",
  'packages/cli/main.ts': "import type { At } from '@vigie/engine'\nimport { readFileSync } from 'node:fs'",
  'packages/testkit/index.ts': 'export const law = 1',
}

function planted(files: Readonly<Record<string, string>>, change: Partial<Project> = {}): readonly Violation[] {
  return findViolations({ architecture, manifests, files: new Map(Object.entries({ ...clean, ...files })), ...change })
}

describe('the fences between rooms', () => {
  test('a clean project has no violation', () => {
    expect(planted({})).toEqual([])
  })

  test.each([
    ['a value', "export { at } from '../record/event.ts'"],
    ['a type', "import type { At } from '../record/event.ts'"],
    ['a type expression', "export type At = import('../record/event.ts').At"],
    ['a dynamic import', "export const late = () => import('../record/event.ts')"],
    ['a star', "export * from '../record/event.ts'"],
    ['a side effect', "import '../record/event.ts'"],
  ])('an inner room may not import an outer one by %s', (_, text) => {
    const found = planted({ 'packages/engine/base/planted.ts': `\n${text}` })
    expect(found).toEqual([
      {
        rule: 'room',
        path: 'packages/engine/base/planted.ts',
        line: 2,
        what: 'engine/base may not import engine/record',
      },
    ])
  })

  test.each<[string, string, string, Violation['rule']]>([
    ['a package below imports one above', 'packages/engine/planted.ts', "import '@vigie/cli'", 'not-a-door'],
    ['a door that is not exported', 'packages/cli/planted.ts', "import '@vigie/engine/record'", 'not-a-door'],
    ['a path into another package', 'packages/cli/planted.ts', "import '../engine/index.ts'", 'leaves-package'],
    ['a file that does not exist', 'packages/cli/planted.ts', "import './absent.ts'", 'unresolved'],
    ['a library that is not listed', 'packages/cli/planted.ts', "import 'left-pad'", 'undeclared'],
    ['a test tool outside a test', 'packages/engine/planted.ts', "import 'vitest'", 'undeclared'],
    ['the testkit outside a test', 'packages/engine/planted.ts', "import '@vigie/testkit'", 'room'],
    ['a library kept behind a door', 'packages/engine/record/sum.ts', "import 'big.js'", 'library-door'],
    ['a library that is required', 'packages/cli/planted.ts', "const a = require('left-pad')", 'undeclared'],
    ['a library resolved by name', 'packages/cli/planted.ts', "import.meta.resolve('left-pad')", 'undeclared'],
  ])('%s is reported', (_, path, text, rule) => {
    expect(planted({ [path]: text }).map((violation) => violation.rule)).toContain(rule)
  })

  test('the door of a library may import it', () => {
    const withBig = new Map(manifests).set('packages/engine', {
      ...manifests.get('packages/engine'),
      name: '@vigie/engine',
      dependencies: { 'big.js': '7.0.0' },
    })
    expect(planted({ 'packages/engine/base/decimal.ts': "import 'big.js'" }, { manifests: withBig })).toEqual([])
  })

  test('a dependency that nothing imports is reported', () => {
    const listed = new Map(manifests).set('packages/testkit', {
      name: '@vigie/testkit',
      exports: { '.': './index.ts' },
      dependencies: { 'left-pad': '1.0.0' },
    })
    expect(planted({}, { manifests: listed })).toEqual([
      {
        rule: 'unused-dependency',
        path: 'packages/testkit/package.json',
        what: 'left-pad is listed and not imported',
      },
    ])
  })

  test('a cycle of files is reported once, types included', () => {
    const found = planted({
      'packages/cli/a.ts': "import type { B } from './b.ts'\nexport type A = B",
      'packages/cli/b.ts': "import type { C } from './c.ts'\nexport type B = C",
      'packages/cli/c.ts': "import type { A } from './a.ts'\nexport type C = A",
    })
    expect(found).toEqual([
      {
        rule: 'cycle',
        path: 'packages/cli/a.ts',
        what: 'packages/cli/a.ts → packages/cli/b.ts → packages/cli/c.ts → packages/cli/a.ts',
      },
    ])
  })
})

describe('the repository itself', () => {
  const project = readProject()

  test('crosses no fence', () => {
    expect(findViolations(project)).toEqual([])
  })

  test('names only rooms that exist in architecture.json', () => {
    const rooms = new Set(project.architecture.rooms.map(({ room }) => room))
    const named = project.architecture.rooms.flatMap(({ mayImport }) => mayImport)
    expect([...named, ...project.architecture.testsMayImport].filter((room) => !rooms.has(room))).toEqual([])
  })
})

test('imports inside comments and strings are no imports', () => {
  expect(importsOf('a.ts', "// import 'x'\nconst text = \"import 'y'\"\nimport 'z'")).toEqual([
    { specifier: 'z', line: 3 },
  ])
})
