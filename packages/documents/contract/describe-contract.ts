import type { Contract, Language } from '@vigie/engine'
import type { AmendmentLine } from './amendment-line.ts'
import { calendarsAnnex } from './annexes/calendars.ts'
import { controlsAnnex } from './annexes/controls.ts'
import { exitAnnex } from './annexes/exit.ts'
import { governanceAnnex } from './annexes/governance.ts'
import { gridAnnex } from './annexes/grid.ts'
import { inventoryAnnex } from './annexes/inventory.ts'
import { matrixAnnex } from './annexes/matrix.ts'
import { otherTermsAnnex } from './annexes/other-terms.ts'
import { penaltiesAnnex } from './annexes/penalties.ts'
import { pricesAnnex } from './annexes/prices.ts'
import { registersAnnex } from './annexes/registers.ts'
import { acceptedAnnex, signedPlacesAnnex } from './annexes/signed-places.ts'
import { assemble } from './assemble.ts'
import { commitmentsChapter } from './chapters/commitments.ts'
import { evolutionChapter } from './chapters/evolution.ts'
import { exitChapter } from './chapters/exit.ts'
import { followUpChapter } from './chapters/follow-up.ts'
import { general } from './chapters/general.ts'
import { governanceChapter } from './chapters/governance.ts'
import { scopeChapter } from './chapters/scope.ts'
import { coverOf } from './cover.ts'
import type { DocumentModel } from './document-model.ts'
import { type Annex, type Chapter, present } from './parts.ts'
import { trackReads } from './track-reads.ts'
import type { WorkedExample } from './worked-example.ts'
import { writingOf } from './writing.ts'

export type DescribeOptions = {
  /** SHA-256 of the versions, for the cover. */
  readonly fingerprint?: string
  /** The amendments that this version holds, oldest first. */
  readonly amendments?: readonly AmendmentLine[]
  readonly examples?: readonly WorkedExample[]
}

/** A version of a contract as a document: pure, the same contract and options give the same document. */
export function describeContract(contract: Contract, language: Language, options: DescribeOptions = {}): DocumentModel {
  const watched = trackReads(contract)
  const writing = writingOf(watched.value, language)
  const { fingerprint, amendments = [], examples = [] } = options
  const chapters = present<Chapter>(
    general(writing, amendments),
    scopeChapter(writing),
    commitmentsChapter(writing),
    followUpChapter(writing),
    governanceChapter(writing),
    exitChapter(writing),
    evolutionChapter(writing),
  )
  const annexes = present<Annex>(
    matrixAnnex(writing),
    inventoryAnnex(writing),
    registersAnnex(writing),
    gridAnnex(writing),
    calendarsAnnex(writing),
    controlsAnnex(writing),
    penaltiesAnnex(writing, examples),
    governanceAnnex(writing),
    exitAnnex(writing),
    pricesAnnex(writing),
    signedPlacesAnnex(writing),
    acceptedAnnex(writing),
  )
  const cover = coverOf(writing, fingerprint)
  const rest = otherTermsAnnex(contract, watched.unread(), writing)
  const articles = assemble(chapters, present(...annexes, rest), writing)
  return { ...cover, articles, revisions: [] }
}
