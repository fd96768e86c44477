import { formatDateTime } from '../format/date.ts'
import type { ReportModel } from '../report/report-model.ts'
import { isMonthLabel, type Voice, voice } from '../report/voice.ts'
import { capitalised } from '../report/wording.ts'
import { handlingSection, indicatorsSection, volumesSections } from './activity-sections.ts'
import { missedSection, neutralisedSection, warningsSection } from './annex-sections.ts'
import { complianceSection } from './compliance-section.ts'
import { contractSection, definitionsSection, fingerprintSection } from './contract-sections.ts'
import { disputesSection } from './disputes-section.ts'
import { findingsSection } from './findings-section.ts'
import type { Cover, Layout } from './layout.ts'
import { penaltiesSection } from './penalties-section.ts'
import { sealOnCover } from './seal-blocks.ts'
import { verdictSection } from './verdict-section.ts'

/** The whole report as sections of blocks; `missedRows` bounds the annex of missed deadlines. */
export function layOut(model: ReportModel, { missedRows }: { readonly missedRows: number }): Layout {
  const speaking = voice(model.language)
  const cover = coverOf(model, speaking)
  return {
    language: model.language,
    title: `${cover.title}, ${model.period.title}`,
    running: {
      left: cut(
        `${model.contract.client} · ${speaking.words.contractVersion(model.contract.id, model.contract.version)}`,
      ),
      right: cover.provisional === undefined ? cover.period : `${cover.period} · ${cover.provisional}`,
    },
    cover,
    sections: [
      verdictSection(model, speaking),
      complianceSection(model, speaking),
      penaltiesSection(model, speaking),
      ...disputesSection(model, speaking),
      indicatorsSection(model, speaking),
      volumesSections(model, speaking),
      handlingSection(model, speaking),
      missedSection(model, speaking, missedRows),
      neutralisedSection(model, speaking),
      ...findingsSection(model, speaking),
      warningsSection(model, speaking),
      contractSection(model, speaking),
      definitionsSection(model, speaking),
      fingerprintSection(model, speaking),
    ],
  }
}

/** The running head keeps to one line. */
function cut(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text
}

function coverOf(model: ReportModel, voice: Voice): Cover {
  const { words, language, percent } = voice
  const { contract, period, verdict } = model
  const at = formatDateTime(period.at, model.timeZone, language)
  return {
    product: words.product,
    title: isMonthLabel(period.label) ? words.reportTitle.month : words.reportTitle.other,
    period: capitalised(period.title),
    ...(period.provisional ? { provisional: words.cover.provisional } : {}),
    headline: verdict.headline,
    state: verdict.state,
    observed: [
      period.provisional ? words.cover.provisionalNote(at) : words.cover.observed(at),
      ...sealOnCover(model, voice),
    ].join(' '),
    facts: [
      { term: words.facts.client, text: contract.client },
      { term: words.facts.provider, text: contract.provider },
      { term: words.facts.contract, text: contract.title },
      { term: words.facts.version, text: words.contractVersion(contract.id, contract.version) },
    ],
    notices: model.notices,
    stripTitle: words.cover.strip,
    stripHead: [words.cover.strip, words.head.result, words.head.state],
    strip: [
      ...model.commitments.map(({ state, name, rate }) => ({ state, name, result: rate?.percent ?? null })),
      ...model.services.map(({ state, name, contractual }) => ({ state, name, result: contractual })),
      ...model.controls.map(({ state, name, rate }) => ({ state, name, result: rate })),
    ].map(({ state, name, result }) => ({
      state,
      word: words.states[state],
      name,
      result: result === null ? words.dash : percent(result),
    })),
  }
}
