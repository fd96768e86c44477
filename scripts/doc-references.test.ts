import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { architectureTable, withArchitectureTable } from './architecture-table.ts'
import { brokenReferences, readDocuments } from './doc-references.ts'
import { readProject, root } from './read-project.ts'

const paths = new Set([
  'docs',
  'docs/how-to',
  'docs/how-to/lint.md',
  'README.md',
  'packages',
  'packages/cli',
  'packages/cli/main.ts',
])

describe('paths cited in documents', () => {
  test.each([
    ['a link', 'see [it](absent.md)', 'absent.md'],
    ['a link with an anchor', 'see [it](../absent.md#part)', '../absent.md'],
    ['a path in backticks', 'edit `packages/cli/absent.ts`', 'packages/cli/absent.ts'],
    ['a folder in backticks', 'see `packages/absent/`', 'packages/absent/'],
    ['a glob that matches nothing', 'see `packages/cli/absent*.ts`', 'packages/cli/absent*.ts'],
    ['a document by its name', 'read `ABSENT.md`', 'ABSENT.md'],
  ])('%s that leads nowhere is reported', (_, text, cited) => {
    expect(brokenReferences('docs/index.md', `first line\n${text}`, paths)).toEqual([
      { document: 'docs/index.md', line: 2, cited },
    ])
  })

  test.each([
    ['a link that exists', '[it](how-to/lint.md#part)'],
    ['a link up', '[it](../README.md)'],
    ['a page of the web', '[it](https://example.org/a.md)'],
    ['an anchor of this page', '[it](#part)'],
    ['a path that exists', '`packages/cli/main.ts`'],
    ['the end of a path that exists', '`cli/main.ts`'],
    ['a glob that matches', '`packages/cli/*.ts`'],
    ['a package', '`@vigie/engine/calendar`'],
    ['what a command writes', '`out/report.pdf`'],
    ['a time zone', '`Europe/Paris`'],
    ['data outside the repository', '`../shared/data/log.csv`'],
  ])('%s is accepted', (_, text) => {
    expect(brokenReferences('docs/index.md', text, paths)).toEqual([])
  })

  test('every document of the repository cites only what exists', () => {
    const { paths: present, documents } = readDocuments()
    expect([...documents].flatMap(([path, text]) => brokenReferences(path, text, present))).toEqual([])
  })
})

describe('the table of rooms in ARCHITECTURE.md', () => {
  const { architecture } = readProject()

  test('is the one that architecture.json gives', () => {
    const document = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    expect(withArchitectureTable(document, architecture)).toBe(document)
  })

  test('a room that is added changes it', () => {
    const planted = {
      ...architecture,
      rooms: [...architecture.rooms, { room: 'web', path: 'packages/web', holds: 'pages', mayImport: ['engine'] }],
    }
    expect(architectureTable(planted)).toContain('| `web` | `packages/web/` | pages | engine |')
    expect(architectureTable(planted)).not.toBe(architectureTable(architecture))
  })
})
