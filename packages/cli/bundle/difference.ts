import type { Localised } from '@vigie/engine'

/** The first thing in a bundle that is not as it was sealed, with its place. */
export type Difference = {
  readonly code:
    | 'unsafe-file'
    | 'missing-file'
    | 'unexpected-file'
    | 'checkpoint-form'
    | 'checkpoint-changed'
    | 'signature-missing'
    | 'signature-wrong'
    | 'manifest-form'
    | 'entry-changed'
    | 'entry-added'
    | 'entry-removed'
    | 'entry-repeated'
    | 'entry-moved'
    | 'leaf-hash-changed'
    | 'root-differs'
    | 'file-changed'
    | 'facts-not-canonical'
    | 'not-computable'
    | 'figure-differs'
    | 'content-differs'
    | 'not-an-extension'
    | 'other-origin'
    | 'not-included'
    | 'report-differs'
  readonly file: string
  /** From 1. */
  readonly line?: number
  /** Place in the record, from 0. */
  readonly entry?: number
  /** JSON Pointer (RFC 6901) into the file. */
  readonly path?: string
  /** What was sealed, and what is there. */
  readonly sealed?: string
  readonly found?: string
  readonly message: Localised
}

/** A difference whose sentence begins with its place. */
export function differenceAt(place: Omit<Difference, 'message'>, { fr, en }: Localised): Difference {
  const { file, line, entry, path, sealed, found } = place
  const values = (was: string, is: string) =>
    sealed === undefined && found === undefined ? '' : ` (${was} ${sealed ?? '-'}, ${is} ${found ?? '-'})`
  const where = `${file}${line === undefined ? '' : `:${line}`}${path === undefined ? '' : `#${path}`}`
  return {
    ...place,
    message: {
      fr: `${where}${entry === undefined ? '' : ` (entrée ${entry})`} : ${fr}${values('scellé', 'trouvé')}`,
      en: `${where}${entry === undefined ? '' : ` (entry ${entry})`}: ${en}${values('sealed', 'found')}`,
    },
  }
}
