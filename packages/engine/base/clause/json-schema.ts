import * as z from 'zod'

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [key: string]: unknown }

/**
 * The published JSON Schema of what a document may hold, from the very schema that the reader uses. It says the form
 * only: references, dates that exist and the rules between clauses are told by the reader and the linter.
 */
export function jsonSchemaOf(schema: z.ZodType, id: string, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    // A number of the document is read from its digits; its schema states its own form.
    unrepresentable: 'any',
  })
  return { $schema, $id: id, title, ...rest }
}
