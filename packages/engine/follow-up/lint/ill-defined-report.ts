import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { FollowUpChapter } from '../clause-types.ts'

/** A report without a date, a reader or a format. */
export const illDefinedReport: LintRule<FollowUpChapter> = {
  id: 'FU05',
  severity: 'warning',
  title: localise('Rapport mal défini', 'Report not well defined'),
  why: localise(
    'Un rapport sans date ni destinataire arrive trop tard pour réclamer une pénalité, ou n’arrive pas.',
    'A report without a date or a reader comes too late to claim a penalty, or does not come.',
  ),
  mend: localise(
    'Donnez dueBy (échéance), recipients (destinataires) et formats.',
    'Give dueBy, recipients and formats.',
  ),
  find({ reports }) {
    return reports.flatMap(({ id, label, dueBy, recipients, formats }, index) => {
      const missing = [
        ...(dueBy === undefined ? [localise('échéance', 'due date')] : []),
        ...(recipients.length === 0 ? [localise('destinataires', 'recipients')] : []),
        ...(formats.length === 0 ? [localise('format', 'format')] : []),
      ]
      if (missing.length === 0) return []
      return [
        {
          path: ['reports', index],
          message: localise(
            `Rapport « ${label ?? id} » sans ${missing.map(({ fr }) => fr).join(', ')}.`,
            `Report "${label ?? id}" without ${missing.map(({ en }) => en).join(', ')}.`,
          ),
        },
      ]
    })
  },
}
