import { listKnownKeys, translateIssues } from '../base/clause/translate-issues.ts'
import { plainValue } from '../base/document/plain-value.ts'
import { readDocument } from '../base/document/read-document.ts'
import { childOf, placeOf, type SourceNode } from '../base/document/source-node.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { AmendmentDocument } from './amendment-schema.ts'
import type { Change } from './apply-change.ts'
import { tokensOf } from './json-pointer.ts'

/** An amendment's file: `amendments/NN-title.yaml` beside the contract. */
export type AmendmentSource = { readonly file: string; readonly source: string }

/** An amendment of the right form; `root` locates its parts. */
export type Amendment = Omit<AmendmentDocument, 'changes'> & {
  readonly file: string
  readonly root: SourceNode
  readonly changes: readonly Change[]
}

export type AmendmentReading =
  | { readonly ok: true; readonly amendment: Amendment }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Reads one amendment file; its changes are checked when they are applied. */
export function readAmendment({ file, source }: AmendmentSource): AmendmentReading {
  const read = readDocument(source, file)
  if (!read.ok) return read
  const { root } = read
  const parsed = AmendmentDocument.safeParse(plainValue(root), { error: listKnownKeys })
  if (!parsed.success) {
    const issues =
      root.kind === 'map' && childOf(root, 'changes') === undefined && childOf(root, 'amends') === undefined
        ? [notAnAmendment(root)]
        : translateIssues(root, parsed.error.issues)
    return { ok: false, issues }
  }
  return { ok: true, amendment: { ...parsed.data, file, root, changes: changesOf(root, parsed.data) } }
}

function changesOf(root: SourceNode, { changes }: AmendmentDocument): readonly Change[] {
  const list = childOf(root, 'changes')
  return changes.flatMap((change, index) => located(change, list && childOf(list, index)) ?? [])
}

/** The change with the places of its document; `undefined` only where the document has no such node. */
function located(change: AmendmentDocument['changes'][number], node: SourceNode | undefined): Change | undefined {
  const at = node && childOf(node, 'path')?.position
  const value = node && childOf(node, 'value')
  if (at === undefined) return undefined
  const path = tokensOf(change.path)
  switch (change.op) {
    case 'add':
    case 'replace':
    case 'test':
      return value && { op: change.op, path, value, at }
    case 'remove':
      return { op: 'remove', path, at }
    case 'move':
    case 'copy':
      return { op: change.op, from: tokensOf(change.from), path, at }
  }
}

function notAnAmendment(root: SourceNode): Issue {
  return {
    code: 'not-an-amendment',
    place: placeOf(root, []),
    message: localise('ce fichier n’est pas un avenant', 'this file is no amendment'),
    expected: localise(
      '{ vigie: 1, amends, number, effectiveFrom, signedOn, summary, changes }',
      '{ vigie: 1, amends, number, effectiveFrom, signedOn, summary, changes }',
    ),
  }
}
