import type { Issue, Language } from '@vigie/engine'

/** `file:line:column: path: message (expected form)`, the way editors and people read places. */
export function sayIssue(issue: Issue, language: Language, file?: string): string {
  const { place } = issue
  const name = place.file ?? file
  const where = [name, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':')
  const path = place.path ? [place.path] : []
  const expected = issue.expected ? ` (${issue.expected[language]})` : ''
  const colon = language === 'fr' ? ' : ' : ': '
  return [...(where ? [where] : []), ...path, `${issue.message[language]}${expected}`].join(colon)
}
