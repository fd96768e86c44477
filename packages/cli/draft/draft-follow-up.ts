import type { DraftAnswers } from './draft-answers.ts'
import { chapterLine, wordsOf } from './draft-words.ts'

export function draftFollowUp(answers: DraftAnswers): string {
  const label = wordsOf(answers)('Rapport mensuel', 'Monthly report')
  return `${chapterLine(answers, '3. Suivi', '3. Follow-up')}
followUp:
  reports:
    - { id: monthly, label: ${label}, over: month, dueBy: { workingDays: 5, calendar: business }, recipients: [client-lead, provider-lead], formats: [pdf, xlsx, json] }
  kpis: [ticket-count, mean-time-to-respond, mean-time-to-resolve, p90-time-to-resolve, backlog-age, reopen-rate, first-contact-resolution, satisfaction]
  satisfaction: { scale: 5, ask: on-resolution, target: 4.0 }
  rawData: { right: true, format: CSV, within: P10D }
`
}
