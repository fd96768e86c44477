import type { Language, Localised } from '@vigie/engine'

/** What a reading left out or noticed, whatever was read. */
export type ReadingReport = {
  readonly counts: { readonly in: number; readonly rejected: number }
  readonly rejected: readonly { readonly line: number; readonly message: Localised }[]
  readonly warnings: readonly {
    readonly message: Localised
    readonly count: number
    readonly lines: readonly number[]
  }[]
}

const shownRows = 20

/** Says on standard error which rows were rejected (the first twenty) and what else was noticed; nothing when all is well. */
export function showNotes(path: string, { counts, rejected, warnings }: ReadingReport, language: Language): void {
  const french = language === 'fr'
  const lines: string[] = []
  if (counts.rejected > 0) {
    lines.push(
      french
        ? `${path} : ${counts.rejected} ligne(s) rejetée(s) sur ${counts.in}, les autres sont prises en compte`
        : `${path}: ${counts.rejected} row(s) of ${counts.in} rejected, the others are used`,
    )
    for (const row of rejected.slice(0, shownRows))
      lines.push(`${path}:${row.line}${french ? ' : ' : ': '}${row.message[language]}`)
    const more = counts.rejected - Math.min(rejected.length, shownRows)
    if (more > 0) lines.push(french ? `… et ${more} autre(s)` : `… and ${more} more`)
  }
  for (const warning of warnings) {
    const where =
      warning.lines.length === 0
        ? ''
        : french
          ? `, lignes ${warning.lines.join(', ')}`
          : `, lines ${warning.lines.join(', ')}`
    lines.push(`${path}${french ? ' : ' : ': '}${warning.message[language]} (${warning.count}${where})`)
  }
  for (const line of lines) process.stderr.write(`vigie: ${line}\n`)
}
