import type { Issue } from '../../base/issue.ts'
import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import type { Finding } from './finding.ts'
import { wordsOf } from './lint-rules.ts'
import { FORMAT } from './reading-rules.ts'

/** A fault of reading as a finding; its hint is the form that would be accepted. */
export function findingOfIssue({ code, place, message, expected }: Issue): Finding {
  const path = place.path ?? ''
  const rule = ruleOf(code, path)
  const words = wordsOf(rule) ?? FORMAT
  return {
    rule,
    severity: 'error',
    chapter:
      CHAPTERS.find((key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)) ?? 'contract',
    path,
    ...(place.file !== undefined && { file: place.file }),
    line: place.line ?? 1,
    column: place.column ?? 1,
    message: words === FORMAT ? message : entitled(words.title, message),
    why: words.why,
    hint: expected ?? words.mend,
  }
}

/** « Durée sans horloge – P2 : il manque la clé « calendar » »: what it means, then what the reader met. */
function entitled(title: Localised, { fr, en }: Localised): Localised {
  return localise(`${title.fr} – ${fr}`, `${title.en} – ${en}`)
}

const CHAPTERS = ['calendars', 'scope', 'commitments', 'phases', 'followUp', 'governance', 'exit', 'evolution'] as const

/** The rule book's own rule for a fault that it names; `FORMAT` for the others. */
function ruleOf(code: string, path: string): string {
  if (code === 'unresolved-reference') return 'XR01'
  if (code === 'unstated-closes' || code === 'unknown-region') return 'SL06'
  if (code === 'unknown-time-zone') return 'SL05'
  if (code === 'duplicate-id' && path.startsWith('followUp.kpis')) return 'FU01'
  if (code === 'not-a-target') return 'SL04'
  if (code === 'kpi-without-direction') return 'FU03'
  if (code === 'missing-threshold') return 'SC06'
  if (code === 'when-of-the-step') return 'GO03'
  if (code !== 'missing-key' && code !== 'empty-list') return 'FORMAT'
  if (/^governance\.escalation\[\d+\]\.steps\[\d+\]\.notify$/.test(path)) return 'GO03'
  if (code === 'empty-list') return 'FORMAT'
  if (/^governance\.committees\[\d+\]\.every$/.test(path)) return 'GO01'
  const term = /^evolution\.pricing\.revision\.formula\.terms\[\d+\]\.(index|base|current|weight)$/.exec(path)?.[1]
  if (term !== undefined) return term === 'index' ? 'PR02' : term === 'weight' ? 'PR07' : 'PR03'
  if (/^calendars\..*timeZone$/.test(path)) return 'SL05'
  if (/^commitments\.targets\[\d+\]\.(calendar|atLeast|over|service)$/.test(path)) return 'SL11'
  if (/^commitments\.penalties\[\d+\]\..*\.mode$/.test(path)) return 'PE05'
  if (/^commitments\.penalties\[\d+\]\..*\.rounding$/.test(path)) return 'PE04'
  return path.endsWith('.calendar') ? 'SL04' : 'FORMAT'
}
