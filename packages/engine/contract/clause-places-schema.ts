import * as z from 'zod'
import { identifier, text } from '../base/clause/identifiers.ts'
import { wholeNumber } from '../base/clause/quantities.ts'

const clausePlace = z.strictObject({
  title: text().exactOptional(),
  page: wholeNumber(1).exactOptional().describe('Page of the signed document, from 1.'),
  quote: text().exactOptional().describe('The words of the signed document.'),
  refersTo: z
    .array(identifier())
    .min(1)
    .exactOptional()
    .describe('Clauses and documents that it refers to: « précisé au CCAP ».'),
  terms: z.array(identifier()).min(1).exactOptional().describe('Defined terms that it uses.'),
})

/** Where each clause stands in the signed document, by its number. */
export const ClausePlaces = z.record(identifier(), clausePlace)
export type ClausePlaces = z.output<typeof ClausePlaces>
