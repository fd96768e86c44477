import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { JudgedExit } from './judged-exit.ts'

/** Data to give back without the format of the export. */
export const noExportFormat: LintRule<JudgedExit> = {
  id: 'RV02',
  severity: 'error',
  title: localise('Pas de format d’export', 'No export format'),
  why: localise(
    'Des données rendues dans un format que le repreneur ne lit pas ne sont pas rendues.',
    'Data given back in a form that the successor cannot read are not given back.',
  ),
  mend: localise(
    'Dites le format de l’export de chaque jeu de données : format: CSV, PST, VHDX…',
    'Say the format of the export of each data set: format: CSV, PST, VHDX…',
  ),
  find({ exit: { data = [], clause } }) {
    return data.flatMap(({ id, label, format }, index) =>
      format !== undefined
        ? []
        : [
            {
              path: ['data', index],
              ...numbered(clause),
              message: localise(
                `Pas de format d’export pour « ${label ?? id} ».`,
                `No export format for "${label ?? id}".`,
              ),
            },
          ],
    )
  },
}
