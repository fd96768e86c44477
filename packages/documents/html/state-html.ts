import { escapeXml } from '../charts/svg-node.ts'
import { stateGlyphs } from '../layout/state-mark.ts'
import type { CommitmentState } from '../report/report-model.ts'

/** The glyph of a state, for the eye; the word beside it speaks for it. */
export function stateMark(state: CommitmentState): string {
  return `<span class="mark ${state}" aria-hidden="true">${stateGlyphs[state]}</span>`
}

/** Glyph and word. */
export function statePill(state: CommitmentState, word: string): string {
  return `<span class="pill ${state}">${stateMark(state)}${escapeXml(word)}</span>`
}
