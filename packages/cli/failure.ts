import type { Issue, Language, Localised } from '@vigie/engine'
import { sayIssue } from './say-issue.ts'

/** 0 done · 1 the thing checked does not hold · 2 wrong usage or file, nothing written. */
export type ExitCode = 0 | 1 | 2

/** Ends a command with one clear message and exit code 2. Thrown by commands, caught in `main.ts` only. */
export class CommandFailure extends Error {
  readonly localised: readonly Localised[]
  constructor(...localised: readonly Localised[]) {
    super(localised[0]?.en ?? '')
    this.localised = localised
  }
}

/** A failure that shows located issues, one a line, at most twenty. */
export function failureOf(issues: readonly Issue[], file?: string): CommandFailure {
  const shown = issues.slice(0, 20)
  const more = issues.length - shown.length
  const lines = shown.map((issue) => inBoth((language) => sayIssue(issue, language, file)))
  if (more > 0) lines.push({ fr: `… et ${more} autres`, en: `… and ${more} more` })
  return new CommandFailure(...lines)
}

function inBoth(say: (language: Language) => string): Localised {
  return { fr: say('fr'), en: say('en') }
}
