import type { Standing } from '../commitments/compliance-result.ts'
import type { Measure } from '../commitments/measure.ts'

/** One clock of a ticket and how it counts. */
export type ClockStanding = Pick<Measure, 'measure' | 'cycle'> & { readonly standing: Standing }

/** How the clocks of a ticket count, as one number: tickets that live alike share it. 0: none of its clocks counts. */
export type StandingWords = {
  /** The word that goes on with one clock more. */
  readonly next: (word: number, measure: Measure, standing: Standing) => number
  readonly clocks: (word: number) => readonly ClockStanding[]
}

/** A tree of words: thousands of tickets make a few hundred, so that a comparison keeps one integer a ticket. */
export function standingWords(): StandingWords {
  const nodes: (ClockStanding & { readonly before: number; readonly branches: number[] })[] = []
  const roots: number[] = []
  return {
    next: (word, { measure, cycle }, standing) => {
      const branches = word === 0 ? roots : (nodes[word - 1]?.branches ?? [])
      for (const branch of branches) {
        const node = nodes[branch - 1]
        if (node?.standing === standing && node.measure === measure && node.cycle === cycle) return branch
      }
      const branch = nodes.push({ measure, cycle, standing, before: word, branches: [] })
      branches.push(branch)
      return branch
    },
    clocks: (word) => {
      const clocks: ClockStanding[] = []
      for (let node = nodes[word - 1]; node !== undefined; node = nodes[node.before - 1]) clocks.unshift(node)
      return clocks
    },
  }
}
