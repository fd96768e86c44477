/** The dimensions of a cell that every contract has, in the order in which they are said. */
export const FIVE_DIMENSIONS = ['assetClass', 'site', 'profile', 'intervention', 'mode'] as const
export type FiveDimension = (typeof FIVE_DIMENSIONS)[number]

/** Names that a further dimension cannot take: the format or a question gives them another meaning. */
export const RESERVED_DIMENSIONS: ReadonlySet<string> = new Set([
  ...FIVE_DIMENSIONS,
  'rules',
  'kind',
  'country',
  'department',
  'postalCode',
  'used',
  'days',
  'hours',
  'amount',
  'prerequisitesUnmet',
  'at',
  'at',
])
