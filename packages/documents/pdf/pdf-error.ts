import { DocumentError } from '../document-error.ts'

/** Why no PDF came out: no compiler for this platform, a template that does not compile, a file that breaks PDF/UA. */
export type PdfFault = 'compiler-missing' | 'template' | 'export'

export function pdfError(fault: PdfFault, detail: string, platform: string): DocumentError {
  switch (fault) {
    case 'compiler-missing':
      return new DocumentError(
        'pdf-compiler-missing',
        {
          fr: `Le PDF demande un composeur natif qui n’existe pas pour ${platform}\u00a0: demandez .html, .xlsx ou .json.`,
          en: `PDF needs a native typesetter that has no build for ${platform}: ask for .html, .xlsx or .json.`,
        },
        detail,
      )
    case 'template':
    case 'export':
      return new DocumentError(
        'pdf-failed',
        {
          fr: 'Le PDF n’a pas pu être composé\u202f; les formats .html, .xlsx et .json restent possibles.',
          en: 'The PDF could not be set; .html, .xlsx and .json remain possible.',
        },
        detail,
      )
  }
}
