/** The two languages of Vigie. French first; English equal. */
export type Language = 'fr' | 'en'

/** One sentence for a person, in both languages. Adapters choose; the engine never does. */
export type Localised = { readonly [L in Language]: string }
