import type { ClauseLine } from '../report/report-model.ts'
import type { Voice } from '../report/voice.ts'

/** A clause in words, followed by its page and its words in the signed document, where the contract states them. */
export function withSource(text: string, source: ClauseLine['source'], { words }: Voice): string {
  if (source === undefined) return text
  const { page, quote } = source
  return `${text} [${[...(page === undefined ? [] : [words.clause.page(page)]), ...(quote === undefined ? [] : [words.clause.quote(quote)])].join(', ')}]`
}
