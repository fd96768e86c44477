import {
  type AmendmentSource,
  type Contract,
  type ContractHistory,
  contractFingerprint,
  type Language,
} from '@vigie/engine'
import { amendmentLines } from './amendment-lines.ts'
import { describeContract } from './describe-contract.ts'
import type { DocumentModel, Revision } from './document-model.ts'
import { redline } from './redline/redline.ts'
import { workExamples } from './work-examples.ts'

/** A version of a contract as a document, its amendments consolidated. `sources`: the files of the amendments. */
export function composeDocument(
  history: ContractHistory,
  version: Contract,
  language: Language,
  sources: readonly AmendmentSource[] = [],
): DocumentModel {
  return describeContract(version, language, {
    fingerprint: contractFingerprint(history),
    amendments: amendmentLines(history, sources, version.version, language),
    examples: workExamples(version, language),
  })
}

/** The changes from one version to a later one of the same contract, each by the amendment that made it. */
export function composeRedline(
  history: ContractHistory,
  from: Contract,
  to: Contract,
  language: Language,
  sources: readonly AmendmentSource[] = [],
): DocumentModel {
  const { versions } = history
  const [first, last] = [from, to].map(({ version }) => versions.findIndex((one) => one.version === version))
  const described = (version: Contract) =>
    describeContract(version, language, { amendments: amendmentLines(history, sources, version.version, language) })
  const steps = versions.slice((first ?? 0) + 1, (last ?? 0) + 1).map((version) => ({
    model: described(version),
    revision: amendmentRevision(version, language),
  }))
  return redline(described(from), steps)
}

/** The changes from one contract to another, by both parties of the second. */
export function composeComparison(before: Contract, after: Contract, language: Language): DocumentModel {
  const revision: Revision = { author: partiesOf(after), date: after.signedOn ?? after.effectiveFrom }
  return redline(describeContract(before, language), [{ model: describeContract(after, language), revision }])
}

function amendmentRevision(version: Contract, language: Language): Revision {
  const number = Number(version.version) - 1
  const name = language === 'fr' ? `Avenant n°\u00a0${number}` : `Amendment No.\u00a0${number}`
  return { author: `${name} (${partiesOf(version)})`, date: version.signedOn ?? version.effectiveFrom }
}

function partiesOf({ parties }: Contract): string {
  return `${parties.client.name}, ${parties.provider.name}`
}
