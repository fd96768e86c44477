import type { Standing } from '../commitments/compliance-result.ts'
import type { Measure } from '../commitments/measure.ts'
import { explainFlip, type Flip, flipSide } from './flip.ts'

type Note = (measure: Measure, standing: Standing) => void

/** How the clocks of each ticket counted in one evaluation: `response 1 met;resolution 1 missed;`. */
export type Standings = {
  /** Called as an evaluation calls `onMeasure`: ticket by ticket. */
  readonly note: Note
  /** By ticket; equal words are one string, since thousands of tickets live alike. */
  readonly words: () => Map<string, string>
}

export type Comparison = {
  /** Called as the other evaluation calls `onMeasure`. */
  readonly note: Note
  /** Every clock that differs, by ticket id, measure and cycle; call it once, at the end. */
  readonly flips: () => readonly Flip[]
}

/** Keeps how clocks count, for a comparison. */
export function noteStandings(): Standings {
  const words = new Map<string, string>()
  const shared = new Map<string, string>()
  let ticket: string | undefined
  let word = ''
  const close = () => {
    if (ticket === undefined) return
    const known = shared.get(word)
    if (known === undefined) shared.set(word, word)
    words.set(ticket, known ?? word)
  }
  return {
    note: (measure, standing) => {
      if (measure.ticket !== ticket) {
        close()
        ticket = measure.ticket
        word = ''
      }
      word += clockWord(measure, standing)
    },
    words: () => {
      close()
      return words
    },
  }
}

/** Compares a second evaluation with the standings of a first; `measuresOf` measures a ticket again under the first. */
export function compareStandings(first: Standings, measuresOf: (ticket: string) => readonly Measure[]): Comparison {
  const words = first.words()
  const flips: Flip[] = []
  let ticket: string | undefined
  let clocks: Clock[] = []
  const close = () => {
    if (ticket === undefined) return
    const word = clocks.map(({ measure, standing }) => clockWord(measure, standing)).join('')
    const before = words.get(ticket) ?? ''
    words.delete(ticket)
    if (word !== before) flips.push(...flipsOf(ticket, before, clocks, measuresOf))
  }
  return {
    note: (measure, standing) => {
      if (measure.ticket !== ticket) {
        close()
        ticket = measure.ticket
        clocks = []
      }
      clocks.push({ measure, standing })
    },
    flips: () => {
      close()
      for (const [gone, before] of words) flips.push(...flipsOf(gone, before, [], measuresOf))
      return flips.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    },
  }
}

type Clock = { readonly measure: Measure; readonly standing: Standing }

function clockWord({ measure, cycle }: Measure, standing: Standing): string {
  return `${measure} ${cycle} ${standing};`
}

function flipsOf(
  ticket: string,
  word: string,
  after: readonly Clock[],
  measuresOf: (ticket: string) => readonly Measure[],
): readonly Flip[] {
  const standings = new Map(word.split(';').map((clock) => readClock(clock)))
  const before = word === '' ? [] : measuresOf(ticket)
  const clocks = new Map<string, { before?: Clock; after?: Clock }>()
  for (const measure of before) {
    const standing = standings.get(nameOf(measure))
    if (standing !== undefined) clocks.set(nameOf(measure), { before: { measure, standing } })
  }
  for (const clock of after) {
    const name = nameOf(clock.measure)
    clocks.set(name, { ...clocks.get(name), after: clock })
  }
  return [...clocks.values()].flatMap(({ before: was, after: is }) => {
    const one = (was ?? is)?.measure
    if (one === undefined || was?.standing === is?.standing) return []
    return explainFlip(one, was && flipSide(was.measure, was.standing), is && flipSide(is.measure, is.standing))
  })
}

function nameOf({ measure, cycle }: Measure): string {
  return `${measure} ${cycle}`
}

function readClock(text: string): readonly [name: string, standing: Standing] {
  const [measure = '', cycle = '', standing = ''] = text.split(' ')
  return [`${measure} ${cycle}`, standing as Standing]
}
