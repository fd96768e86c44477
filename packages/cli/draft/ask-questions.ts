import { createInterface } from 'node:readline/promises'
import type { Language } from '@vigie/engine'
import { CommandFailure } from '../failure.ts'
import type { DraftAnswers } from './draft-answers.ts'
import { type Answered, type DraftQuestion, draftQuestions } from './draft-questions.ts'

/**
 * Asks every question that `given` does not answer, one line each, on standard error; a wrong answer is said and asked
 * again. `usual`: only those without a usual answer are asked. Works from a terminal, a screen reader or a pipe. Throws
 * `CommandFailure` where standard input ends too soon.
 */
export async function askQuestions(
  given: ReadonlyMap<string, string>,
  language: Language,
  usual: boolean,
): Promise<DraftAnswers> {
  const set = new Map([...given].map(([name, text]) => [name, taken(name, text)]))
  const answered: Record<string, unknown> = { language }
  const lines = openLines()
  try {
    for (const question of draftQuestions) {
      const { name } = question
      const known = set.has(name) ? set.get(name) : usual ? usualOf(question, answered) : undefined
      answered[name] = known ?? (await asked(question, answered, language, lines))
    }
  } finally {
    lines.close()
  }
  return answered as DraftAnswers
}

function usualOf({ usual, read }: DraftQuestion, answered: Answered): unknown {
  return usual === undefined ? undefined : read(usual(answered))
}

function taken(name: string, text: string): unknown {
  const question = draftQuestions.find((one) => one.name === name)
  if (question === undefined) throw unknownQuestion(name)
  const value = question.read(text.trim())
  if (isWrong(value)) {
    const { fr, en } = value.wrong
    throw new CommandFailure({
      fr: `--set ${name} : ${fr} (reçu : ${text})`,
      en: `--set ${name}: ${en} (got: ${text})`,
    })
  }
  return value
}

async function asked(
  { name, ask, usual, read }: DraftQuestion,
  answered: Answered,
  language: Language,
  lines: Lines,
): Promise<unknown> {
  const otherwise = usual?.(answered)
  const hint = otherwise === undefined ? '' : ` [${otherwise}]`
  for (;;) {
    process.stderr.write(`${ask[language]}${hint}${language === 'fr' ? ' : ' : ': '}`)
    const line = await lines.next()
    if (line === undefined) throw endedAt(name)
    const value = read(line.trim() === '' ? (otherwise ?? '') : line.trim())
    if (!isWrong(value)) return value
    process.stderr.write(`  ${value.wrong[language]}\n`)
  }
}

type Lines = { readonly next: () => Promise<string | undefined>; readonly close: () => void }

function openLines(): Lines {
  const reader = createInterface({ input: process.stdin })
  const iterator = reader[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { done, value } = await iterator.next()
      return done === true ? undefined : value
    },
    close: () => reader.close(),
  }
}

type Wrong = { readonly wrong: { readonly fr: string; readonly en: string } }

function isWrong(value: unknown): value is Wrong {
  return typeof value === 'object' && value !== null && 'wrong' in value
}

function unknownQuestion(name: string): CommandFailure {
  const names = draftQuestions.map((question) => question.name).join(', ')
  return new CommandFailure({
    fr: `--set ${name} : aucune question de ce nom (${names})`,
    en: `--set ${name}: no question of that name (${names})`,
  })
}

function endedAt(name: string): CommandFailure {
  return new CommandFailure({
    fr: `l’entrée s’arrête à la question « ${name} » ; on peut aussi répondre par --set ${name}=…`,
    en: `the input ends at the question "${name}"; it may also be answered by --set ${name}=…`,
  })
}
