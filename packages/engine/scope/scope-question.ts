/**
 * What is asked: coordinates of a cell by dimension (any may be left out), and facts about the case. A further
 * dimension is named by its own name.
 */
export type ScopeQuestion = {
  readonly assetClass?: string | undefined
  readonly site?: string | undefined
  readonly profile?: string | undefined
  readonly intervention?: string | undefined
  readonly mode?: string | undefined
  /** Kind of ticket (`incident`…): stands for the intervention that lists it, where none is named. */
  readonly kind?: string | undefined
  /** Where somebody would come: of a place that is no site yet, or instead of what the site says. */
  readonly country?: string | undefined
  readonly department?: string | undefined
  readonly postalCode?: string | undefined
  /** How much of a quota is used already in the period, before what is asked. */
  readonly used?: number | string | undefined
  /** Size of the work, against the project threshold. */
  readonly days?: number | string | undefined
  readonly hours?: number | string | undefined
  readonly amount?: number | string | undefined
  /** Ids of the prerequisites that are not met. */
  readonly prerequisitesUnmet?: readonly string[] | undefined
  /** The instant that is asked about. The caller takes the version in force then: a scope is that of one version. */
  readonly at?: string | number | undefined
  readonly [dimension: string]: string | number | readonly string[] | undefined
}

/** The facts of a question: every other key is a dimension. */
export const QUESTION_FACTS = [
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
] as const

/** The facts that tell where somebody would come. */
export const PLACE_FACTS = ['country', 'department', 'postalCode'] as const

/** A cell by its coordinates; one left out stands for all its values. `kind` stands for the intervention that lists it. */
export type CellCoordinates = { readonly [dimension: string]: string | undefined }
