/** Colours by their role. On paper they are fixed; on screen they follow the reader's light or dark scheme. */
export type Palette = {
  readonly ink: string
  readonly quiet: string
  readonly faint: string
  readonly line: string
  readonly surface: string
  readonly action: string
  readonly actionSoft: string
  readonly met: string
  readonly missed: string
  readonly missedSoft: string
  readonly paused: string
}

export const paper: Palette = {
  ink: '#141D2B',
  quiet: '#465364',
  faint: '#647082',
  line: '#DDE2E9',
  surface: '#FFFFFF',
  action: '#1F4FA3',
  actionSoft: '#B9CBEA',
  met: '#13937F',
  missed: '#A8161C',
  missedSoft: '#FDF1EF',
  paused: '#76808F',
}

/** CSS variables that the HTML report defines for both schemes. */
export const screen: Palette = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  faint: 'var(--faint)',
  line: 'var(--line)',
  surface: 'var(--surface)',
  action: 'var(--action)',
  actionSoft: 'var(--action-soft)',
  met: 'var(--met)',
  missed: 'var(--missed)',
  missedSoft: 'var(--missed-soft)',
  paused: 'var(--paused)',
}
