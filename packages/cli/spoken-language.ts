import type { Language } from '@vigie/engine'

let ofContract: Language | undefined

/** Once a contract is read, what follows speaks its language, unless another was asked for. */
export function learnLanguage(language: Language): void {
  ofContract = language
}

/** The language asked, then the contract's, then French; the machine's locale is never read. */
export function spokenLanguage(asked: Language | undefined): Language {
  return asked ?? ofContract ?? 'fr'
}
