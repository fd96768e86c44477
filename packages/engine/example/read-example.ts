import { listKnownKeys, translateIssues } from '../base/clause/translate-issues.ts'
import { plainValue } from '../base/document/plain-value.ts'
import { readDocument } from '../base/document/read-document.ts'
import type { Issue } from '../base/issue.ts'
import { Example } from './example-schema.ts'

export type ExampleReading =
  | { readonly ok: true; readonly example: Example }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Reads a worked example (`examples/*.yaml` beside a contract), with every fault located. */
export function readExample(source: string, file?: string): ExampleReading {
  const read = readDocument(source, file)
  if (!read.ok) return read
  const parsed = Example.safeParse(plainValue(read.root), { error: listKnownKeys })
  if (!parsed.success) return { ok: false, issues: translateIssues(read.root, parsed.error.issues) }
  return { ok: true, example: parsed.data }
}
