import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withArchitectureTable } from './architecture-table.ts'
import { brokenReferences, readDocuments } from './doc-references.ts'
import { readProject, root } from './read-project.ts'

// `--write` puts the table of rooms into ARCHITECTURE.md; without it, a table that is out of date is a fault.
const file = join(root, 'ARCHITECTURE.md')
const written = readFileSync(file, 'utf8')
const wanted = withArchitectureTable(written, readProject().architecture)
if (process.argv.includes('--write')) writeFileSync(file, wanted)

const { paths, documents } = readDocuments()
const broken = [...documents].flatMap(([path, text]) => brokenReferences(path, text, paths))
for (const { document, line, cited } of broken)
  console.error(`${document}:${line} cites ${cited}, which does not exist`)
const stale = written !== wanted && !process.argv.includes('--write')
if (stale) console.error('ARCHITECTURE.md: the table of rooms is out of date: node scripts/check-documents.ts --write')
process.exitCode = broken.length === 0 && !stale ? 0 : 1
