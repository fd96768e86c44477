import type { Localised } from '@vigie/engine'

/** A document that could not be made. `detail` is for a maintainer; `localised` for a person. */
export class DocumentError extends Error {
  readonly code: 'pdf-compiler-missing' | 'pdf-failed'
  readonly localised: Localised
  readonly detail: string

  constructor(code: DocumentError['code'], localised: Localised, detail: string) {
    super(localised.en)
    this.name = 'DocumentError'
    this.code = code
    this.localised = localised
    this.detail = detail
  }
}
