import { type Assessment, type ContractChange, type ContractHistory, diffContracts } from '@vigie/engine'
import { civilDateAt } from '../format/date.ts'
import type { ReportContext } from './context.ts'
import type { VersionLine } from './report-model.ts'

/** Said of every version beside its changes. */
const saidBeside: ReadonlySet<string> = new Set(['version', 'effectiveFrom', 'effectiveTo', 'signedOn'])

/** The versions of the contract in order, what each changes, and which of them were in force in the period or judged it. */
export function versionLines(
  history: ContractHistory,
  { contract, commitments, period }: Assessment,
  context: ReportContext,
): readonly VersionLine[] {
  const judging = new Set([contract.version, ...commitments.map(({ contractVersion }) => contractVersion)])
  const first = civilDateAt(period.from, contract.timeZone)
  const last = civilDateAt(period.to - 1, contract.timeZone)
  return history.versions.map((version, index) => {
    const before = history.versions[index - 1]
    const until = history.versions[index + 1]?.effectiveFrom ?? version.effectiveTo
    const inForce = version.effectiveFrom <= last && (until === undefined || until > first)
    const changes = before === undefined ? [] : diffContracts(before, version).filter(isTold)
    return {
      version: version.version,
      effectiveFrom: version.effectiveFrom,
      ...(until === undefined ? {} : { effectiveTo: until }),
      ...(version.signedOn === undefined ? {} : { signedOn: version.signedOn }),
      original: before === undefined,
      judged: inForce || judging.has(version.version),
      changes: changes.map(({ clause, message }) => ({
        ...(clause === undefined ? {} : { clause }),
        text: context.said(message),
      })),
    }
  })
}

function isTold({ path }: ContractChange): boolean {
  return !saidBeside.has(path)
}
