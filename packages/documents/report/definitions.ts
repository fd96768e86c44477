import type { Assessment } from '@vigie/engine'
import type { ReportContext } from './context.ts'
import type { Definition } from './report-model.ts'

/** How each figure is defined: the words of the report first, then the contract's KPIs as the engine defines them. */
export function definitions(assessment: Assessment, context: ReportContext): readonly Definition[] {
  return [
    ...Object.values(context.words.definitions),
    ...assessment.kpis.map(({ label, definition }) => ({ term: context.said(label), text: context.said(definition) })),
  ]
}
