import { type Language, lintRules } from '@vigie/engine'
import { CommandFailure } from './failure.ts'
import { severityWords } from './severity-words.ts'

type Rule = (typeof lintRules)[number]['rules'][number]

/** Every rule of the contract's check, or those asked by id. Throws `CommandFailure` for an id that is none. */
export function findRules(ids: readonly string[]): readonly Rule[] {
  const rules = lintRules
    .flatMap((chapter) => chapter.rules)
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const asked = ids.map((id) => id.toUpperCase())
  const unknown = asked.find((id) => !rules.some((rule) => rule.id === id))
  if (unknown !== undefined)
    throw new CommandFailure({
      fr: `--explain : « ${unknown} » n’est pas une règle ; vigie lint --rules les liste`,
      en: `--explain: "${unknown}" is no rule; vigie lint --rules lists them`,
    })
  return asked.length === 0 ? rules : rules.filter(({ id }) => asked.includes(id))
}

/** The rules as a list, a line each. */
export function listRules(rules: readonly Rule[], language: Language): string {
  return rules
    .map(
      ({ id, severity, title }) =>
        `${id.padEnd(6)}  ${severityWords[severity][language].padEnd(8)}  ${title[language]}\n`,
    )
    .join('')
}

/** The rules in full: what is wrong, why it matters, how to mend it. */
export function explainRules(rules: readonly Rule[], language: Language): string {
  return rules
    .map(({ id, severity, title, why, mend }) =>
      [
        `${id} (${severityWords[severity][language]}) ${title[language]}`,
        `  ${why[language]}`,
        `  → ${mend[language]}\n`,
      ].join('\n'),
    )
    .join('\n')
}

/** One map by rule, in one language. */
export function rulesJson(rules: readonly Rule[], language: Language): readonly object[] {
  return rules.map(({ id, severity, title, why, mend }) => ({
    rule: id,
    severity,
    title: title[language],
    why: why[language],
    mend: mend[language],
  }))
}
