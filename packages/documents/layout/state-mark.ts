import type { CommitmentState } from '../report/report-model.ts'

/** The glyph that stands beside a state's word: shape first, colour second. */
export const stateGlyphs: Readonly<Record<CommitmentState, string>> = {
  met: '●',
  missed: '■',
  informative: '○',
  'not-applicable': '–',
}
