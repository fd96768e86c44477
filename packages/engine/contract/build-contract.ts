import { addMonths, formatCivilDate, parseCivilDate } from '../base/civil-date.ts'
import { parseDuration } from '../base/duration.ts'
import { END_DAY } from '../calendar/local-time.ts'
import { DEFAULT_MILESTONES } from '../commitments/clause-schema.ts'
import { clockRules } from '../commitments/clock-schema.ts'
import type { Contract } from './contract.ts'
import type { ContractDocument } from './contract-schema.ts'

/** What makes a version a version: its number and when it takes force. */
export type VersionIdentity = { readonly version: string; readonly effectiveFrom: string; readonly signedOn?: string }

/** The contract that the chapters execute, from a validated document; what it leaves out takes the format's defaults. */
export function buildContract(document: ContractDocument, identity: VersionIdentity): Contract {
  const { contract, calendars, scope, governance, exit, evolution } = document
  const effectiveTo = endOfTerm(document)
  return {
    id: contract.id,
    title: contract.title ?? contract.id,
    language: contract.language ?? 'fr',
    timeZone: contract.timeZone,
    currency: contract.currency ?? 'EUR',
    parties: partiesOf(document),
    authority: contract.authority ?? 'contract',
    ...identity,
    ...(identity.effectiveFrom !== contract.effectiveFrom && { startsOn: contract.effectiveFrom }),
    ...(effectiveTo !== undefined && { effectiveTo }),
    ...(contract.term && { term: contract.term }),
    calendars: calendars ?? {},
    commitments: document.commitments ?? {
      clock: clockRules({}),
      milestones: DEFAULT_MILESTONES,
      targets: [],
    },
    followUp: document.followUp ?? { reports: [], kpis: [] },
    phases: document.phases ?? [],
    labels: labelsOf(document),
    documents: contract.documents ?? [],
    ...(contract.earlyTermination && { earlyTermination: contract.earlyTermination }),
    ...(contract.governedBy && { governedBy: contract.governedBy }),
    ...(contract.definitions && { definitions: contract.definitions }),
    ...(contract.notice && { notice: contract.notice }),
    ...(document.clauses && { clauses: document.clauses }),
    ...(document.accepted && { accepted: document.accepted }),
    chapters: {
      ...(scope && { scope }),
      ...(governance && { governance }),
      ...(exit && { exit }),
      ...(evolution && { evolution }),
    },
  }
}

function partiesOf({ contract: { language, parties } }: ContractDocument): Contract['parties'] {
  const english = language === 'en'
  return {
    client: parties?.client ?? { name: 'Client' },
    provider: parties?.provider ?? { name: english ? 'Provider' : 'Prestataire' },
  }
}

/** First civil day after the term. A tacit renewal leaves it open (it ends by a notice), and so does an end after 2100. */
function endOfTerm({ contract: { term, effectiveFrom } }: ContractDocument): string | undefined {
  const start = parseCivilDate(effectiveFrom)
  const length = term && parseDuration(term.initial)
  if (term?.renewal?.mode === 'tacit' || start === undefined || length === undefined) return undefined
  const end = addMonths(start, length.months) + length.days
  return end < END_DAY ? formatCivilDate(end) : undefined
}

function labelsOf({ scope, commitments }: ContractDocument): Readonly<Record<string, string>> {
  const lists = [
    scope?.sites,
    scope?.assetClasses,
    scope?.interventions,
    scope?.profiles,
    scope?.modes,
    commitments?.services,
  ]
  return Object.fromEntries(
    lists.flatMap((list) => (list ?? []).flatMap(({ id, label }) => (label === undefined ? [] : [[id, label]]))),
  )
}
