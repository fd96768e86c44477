import { type Contract, type Language, prevailingNotice } from '@vigie/engine'

/** The line that says which signed document prevails over a transcription, and a blank one; else nothing. */
export function noticeLines(contract: Contract, language: Language): string {
  const notice = prevailingNotice(contract)
  return notice === undefined ? '' : `${notice[language]}\n\n`
}

/** The same as a key of a JSON document. */
export function noticeKey(contract: Contract, language: Language): { readonly notice?: string } {
  const notice = prevailingNotice(contract)
  return notice === undefined ? {} : { notice: notice[language] }
}
