import type { Language } from '@vigie/engine'
import { english } from './en.ts'
import { french, type Messages } from './fr.ts'

export type { Messages }

const catalogues: Readonly<Record<Language, Messages>> = { fr: french, en: english }

/** The words of a language. */
export function messages(language: Language): Messages {
  return catalogues[language]
}
