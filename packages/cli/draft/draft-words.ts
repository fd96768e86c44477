import type { DraftAnswers } from './draft-answers.ts'

/** A text of the user or of this program as a YAML scalar: JSON's strings are among YAML's. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** The French or the English of a text, quoted. */
export function wordsOf({ language }: DraftAnswers): (fr: string, en: string) => string {
  return (fr, en) => quoted(language === 'fr' ? fr : en)
}

/** The line that opens a chapter, with its name. */
export function chapterLine({ language }: DraftAnswers, fr: string, en: string): string {
  const title = `# ── ${language === 'fr' ? fr : en} `
  return title.padEnd(100, '─')
}
