/** What identifies an index, and when its values come out. */
export type KnownIndex = {
  /** Names that contracts give it. */
  readonly ids: readonly string[]
  readonly publisher: string
  readonly series: string
  /** How long after the end of its month a value is published at the latest (ISO 8601). */
  readonly publishedAfter?: string
  /** Last month of a series that is no longer published. */
  readonly lastMonth?: string
}

/**
 * Indices that need no description in a contract. Syntec: Fédération Syntec publishes it at the end of the next month;
 * the old series stopped with July 2022, the revised one began in August 2022 (Fédération Syntec, 2022). ICHT-rev-TS:
 * INSEE, base 100 in December 2008.
 */
export const KNOWN_INDICES: readonly KnownIndex[] = [
  {
    ids: ['syntec-revised', 'syntec-revise', 'syntec-révisé'],
    publisher: 'Fédération Syntec',
    series: 'Indice Syntec révisé',
    publishedAfter: 'P1M',
  },
  {
    ids: ['syntec'],
    publisher: 'Fédération Syntec',
    series: 'Indice Syntec (ancienne série)',
    publishedAfter: 'P1M',
    lastMonth: '2022-07',
  },
  { ids: ['icht-rev-ts', 'icht-rev-ts1'], publisher: 'INSEE', series: 'ICHT-rev-TS' },
]

export function knownIndex(id: string): KnownIndex | undefined {
  const name = id.toLowerCase()
  return KNOWN_INDICES.find(({ ids }) => ids.includes(name))
}
