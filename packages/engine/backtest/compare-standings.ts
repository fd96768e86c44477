import type { Standing } from '../commitments/compliance-result.ts'
import type { Measure } from '../commitments/measure.ts'
import { explainFlip, type Flip, flipSide } from './flip.ts'
import { type StandingWords, standingWords } from './standing-words.ts'

type Note = (measure: Measure, standing: Standing) => void

/** How the clocks of each ticket counted in one evaluation: an integer a ticket. */
export type Standings = {
  readonly words: StandingWords
  readonly tickets: readonly string[]
  readonly ofTicket: readonly number[]
}

export type Comparison = {
  /** Called as the other evaluation calls `onMeasure`. */
  readonly note: Note
  /** Every clock that differs, by ticket id, measure and cycle; call it once, at the end. */
  readonly flips: () => readonly Flip[]
}

/** Keeps how clocks count, for a comparison; `note` is called as an evaluation calls `onMeasure`, ticket by ticket. */
export function noteStandings(): { readonly note: Note; readonly standings: Standings } {
  const words = standingWords()
  const tickets: string[] = []
  const ofTicket: number[] = []
  let last = -1
  return {
    note: (measure, standing) => {
      if (last < 0 || tickets[last] !== measure.ticket) {
        last = tickets.push(measure.ticket) - 1
        ofTicket.push(0)
      }
      ofTicket[last] = words.next(ofTicket[last] ?? 0, measure, standing)
    },
    standings: { words, tickets, ofTicket },
  }
}

/** Compares a second evaluation with the standings of a first; `measuresOf` measures a ticket again under the first. */
export function compareStandings(first: Standings, measuresOf: (ticket: string) => readonly Measure[]): Comparison {
  const { words } = first
  const nextOf = readInTurn(first)
  const flips: Flip[] = []
  let ticket: string | undefined
  let word = 0
  let clocks: Clock[] = []
  const close = () => {
    if (ticket === undefined) return
    const before = nextOf.word(ticket)
    if (word !== before) flips.push(...flipsOf(ticket, words, before, clocks, measuresOf))
  }
  return {
    note: (measure, standing) => {
      if (measure.ticket !== ticket) {
        close()
        ticket = measure.ticket
        word = 0
        clocks = []
      }
      word = words.next(word, measure, standing)
      clocks.push({ measure, standing })
    },
    flips: () => {
      close()
      for (const gone of nextOf.left()) flips.push(...flipsOf(gone.ticket, words, gone.word, [], measuresOf))
      return flips.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    },
  }
}

type Clock = { readonly measure: Measure; readonly standing: Standing }

/** Both evaluations go by ticket id: the word of a ticket is nearly always the next one. */
function readInTurn({ tickets, ofTicket }: Standings) {
  const seen = new Uint8Array(tickets.length)
  let places: Map<string, number> | undefined
  let turn = 0
  return {
    word: (ticket: string): number => {
      if (tickets[turn] !== ticket) {
        places ??= new Map(tickets.map((name, place) => [name, place]))
        const place = places.get(ticket)
        if (place === undefined) return 0
        turn = place
      }
      seen[turn] = 1
      turn += 1
      return ofTicket[turn - 1] ?? 0
    },
    left: () => tickets.flatMap((ticket, place) => (seen[place] ? [] : [{ ticket, word: ofTicket[place] ?? 0 }])),
  }
}

function flipsOf(
  ticket: string,
  words: StandingWords,
  word: number,
  after: readonly Clock[],
  measuresOf: (ticket: string) => readonly Measure[],
): readonly Flip[] {
  const standings = new Map(words.clocks(word).map((clock) => [nameOf(clock), clock.standing]))
  const before = word === 0 ? [] : measuresOf(ticket)
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

function nameOf({ measure, cycle }: Pick<Measure, 'measure' | 'cycle'>): string {
  return `${measure} ${cycle}`
}
