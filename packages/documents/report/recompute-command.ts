import type { Assessment, Language } from '@vigie/engine'
import { isoInstant } from '../format/date.ts'
import type { ReportSource } from './report-model.ts'

/** The command that gives this report again from the same files, for a POSIX shell. */
export function recomputeCommand(
  { period, at }: Assessment,
  sources: readonly ReportSource[],
  language: Language,
  reading: readonly string[] = [],
): string {
  const named = (role: ReportSource['role']): readonly string[] =>
    sources.filter((source) => source.role === role).map(({ name }) => quoted(name))
  const contract = named('contract')[0] ?? 'contract.yaml'
  const facts = named('facts')
  return [
    'npx vigie report',
    contract,
    ...(facts.length === 0 ? ['events.csv'] : facts),
    ...(/^\d{4}-\d{2}$/.test(period.label)
      ? [`--month ${period.label}`]
      : [`--from ${isoInstant(period.from)} --to ${isoInstant(period.to)}`]),
    ...(['outages', 'controls', 'calls', 'fees', 'notices'] as const).flatMap((role) =>
      named(role).map((name) => `--${role} ${name}`),
    ),
    ...reading,
    `--at ${isoInstant(at)}`,
    `--lang ${language}`,
    '--out report.pdf',
  ].join(' ')
}

function quoted(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
