import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RuleWords } from '../../base/lint-rule.ts'
import { chapterExamples } from '../fixtures/chapter-examples.ts'
import { deliveryExamples } from '../fixtures/delivery-examples.ts'
import { lintRules } from './lint-rules.ts'

const page = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'reference', 'rules.md')

/** Chapters of the rule book, by the letters of a rule's id. */
const chapters: readonly (readonly [prefix: string, title: string])[] = [
  ['SC', 'Scope (périmètre)'],
  ['SL', 'Service levels (engagements)'],
  ['FU', 'Follow-up (suivi)'],
  ['PE', 'Penalties (pénalités)'],
  ['PR', 'Price (prix)'],
  ['GO', 'Governance (gouvernance)'],
  ['RV', 'Reversibility (réversibilité)'],
  ['EV', 'Evolution (évolution)'],
  ['XR', 'References (renvois)'],
  ['LE', 'Law (droit)'],
  ['BK', 'Backups (sauvegardes)'],
  ['FORMAT', 'Reading (lecture)'],
]

test('the reference page tells every rule (written again by `vitest run rules-page -u`)', async () => {
  const rules = lintRules.flatMap((chapter) => chapter.rules)
  const sections = chapters.map(([prefix, title]) =>
    sectionOf(
      title,
      rules.filter(({ id }) => id.replace(/\d+$/, '') === prefix),
    ),
  )
  const told = sections.join('\n').match(/^\| `/gm)?.length
  expect(told).toBe(rules.length)
  await expect(`${HEAD}${sections.join('\n')}`).toMatchFileSnapshot(page)
})

function sectionOf(title: string, rules: readonly RuleWords[]): string {
  const rows = [...rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, severity, title: words, why, mend }) =>
      ['', `\`${id}\``, severity, `${words.en} (${words.fr})`, why.en, mend.en, '']
        .map((cell) => cell.replaceAll('|', '\\|'))
        .join(' | ')
        .trim(),
    )
  const examples = [...deliveryExamples, ...chapterExamples]
    .filter(({ rule }) => rules.some(({ id }) => id === rule))
    .sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
    .map(({ rule, at, breaks, holds }) => `# ${rule} at ${at}\n${breaks}\n# holds\n${holds}\n`)
  return `## ${title}\n\n| rule | severity | what is wrong | why it matters | how to mend it |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}\n\n\`\`\`yaml\n${examples.join('\n')}\`\`\`\n`
}

const HEAD = `# Rules of the contract's check

What \`vigie lint\` finds, by chapter. An error makes a contract unmeasurable, contradictory or unlawful; a warning surprises
somebody later; a note says too much or too little. Findings can be [accepted](contract-format.md#accepted-findings) with a reason
and an end. Messages are in French and English, with the place and, where there is one, the clause. A lawyer confirms what is
told here as law. \`vigie lint --explain SL12\` tells one rule.

Under each chapter stand the examples of its rules: a passage that breaks the rule, then one that keeps it, both merged into a
sound contract (\`~\` removes a key; \`+\` after the key of a list changes the element of that \`id\`, or adds one).

`
