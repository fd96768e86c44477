import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { amendmentJsonSchema, contractJsonSchema } from '@vigie/engine'

/** Writes the published JSON Schemas from the engine's own: `node scripts/generate-schema.ts`. */
const folder = join(import.meta.dirname, '..', 'schema')
const schemas = {
  'contract.v1.json': contractJsonSchema(),
  'amendment.v1.json': amendmentJsonSchema(),
}

mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, undefined, 2)}\n`)
}
