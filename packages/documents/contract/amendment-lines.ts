import { type AmendmentSource, type ContractHistory, diffContracts, type Language, readAmendment } from '@vigie/engine'
import type { AmendmentLine } from './amendment-line.ts'

/** Clauses that a line names; the redline has them all. */
const CLAUSES_AT_ONCE = 12

/**
 * The amendments that a version holds, oldest first, as their files and the versions that they made say. Files of another
 * contract are left out.
 */
export function amendmentLines(
  { id, versions }: ContractHistory,
  sources: readonly AmendmentSource[],
  version: string,
  language: Language,
): readonly AmendmentLine[] {
  const read = sources.map(readAmendment).flatMap((reading) => (reading.ok ? [reading.amendment] : []))
  const last = versions.findIndex((one) => one.version === version)
  return versions.slice(1, last + 1).flatMap((after, index): readonly AmendmentLine[] => {
    const before = versions[index]
    const number = Number(after.version) - 1
    const amendment = read.find((one) => one.amends === id && one.number === number)
    if (before === undefined) return []
    const changes = diffContracts(before, after).filter(({ path }) => !IDENTITY.has(path))
    const changed = [...new Set(changes.map(({ clause, subject }) => clause ?? subject[language]))]
    const more = changed.length - CLAUSES_AT_ONCE
    return [
      {
        number,
        effectiveFrom: after.effectiveFrom,
        signedOn: after.signedOn ?? after.effectiveFrom,
        ...(amendment?.summary === undefined ? {} : { summary: amendment.summary }),
        changed:
          more > 0
            ? [...changed.slice(0, CLAUSES_AT_ONCE), language === 'fr' ? `et ${more} autres` : `and ${more} more`]
            : changed,
      },
    ]
  })
}

/** What every version changes. */
const IDENTITY: ReadonlySet<string> = new Set(['version', 'effectiveFrom', 'signedOn', 'effectiveTo'])
