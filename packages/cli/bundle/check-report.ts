import { basename, extname } from 'node:path'
import { ENGINE_VERSION, type Language } from '@vigie/engine'
import { parseCheckpoint } from '@vigie/engine/seal'
import { rendererOf } from '../report-renderers.ts'
import { textOf } from './bundle-content.ts'
import type { BundleFiles } from './bundle-files.ts'
import { type Difference, differenceAt } from './difference.ts'
import { firstJsonDifference } from './first-json-difference.ts'
import type { Manifest } from './manifest.ts'
import { reportOfBundle } from './report-of-bundle.ts'

const languages: readonly Language[] = ['fr', 'en']

/**
 * Whether a report is, to the byte, one that a sealed folder gives: in the language of the seal or in the other, with the
 * signatures that the folder had when it was made. The folder must hold. What differs is told against the report that
 * agrees longest. Throws `CommandFailure` on a name that is of no format.
 */
export async function checkReport(
  files: BundleFiles,
  manifest: Manifest,
  path: string,
  bytes: Uint8Array,
): Promise<Difference | undefined> {
  const render = rendererOf(path)
  const { signatures } = parseCheckpoint(textOf(files, 'checkpoint'))
  let nearest: { readonly agrees: number; readonly again: Uint8Array } = { agrees: -1, again: new Uint8Array() }
  for (const language of languages.toSorted((a, b) => rank(a, manifest) - rank(b, manifest))) {
    for (let count = 1; count <= signatures.length; count += 1) {
      const made = reportOfBundle(files, { language, signatures: count })
      if (!made.ok) return reportDiffers(path, {}, manifest)
      const again = await render(made.model)
      const agrees = agreement(bytes, again)
      if (agrees === bytes.length && agrees === again.length) return undefined
      if (agrees > nearest.agrees) nearest = { agrees, again }
    }
  }
  return reportDiffers(path, firstDifference(path, bytes, nearest), manifest)
}

function rank(language: Language, { language: own }: Manifest): number {
  return language === own ? 0 : 1
}

/** How many bytes two files have in common from their beginning. */
function agreement(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  let at = 0
  while (at < length && a[at] === b[at]) at += 1
  return at
}

/** A figure by its path in JSON, a line in HTML, else the first byte, from 1 as `cmp` counts them. */
function firstDifference(
  path: string,
  bytes: Uint8Array,
  { agrees, again }: { readonly agrees: number; readonly again: Uint8Array },
): Place {
  const [found, sealed] = [textFrom(bytes), textFrom(again)]
  switch (extname(path).toLowerCase()) {
    case '.json':
      return firstJsonDifference(parsed(sealed), parsed(found)) ?? { byte: agrees + 1 }
    case '.html': {
      const [there, expected] = [found.split('\n'), sealed.split('\n')]
      const line = expected.findIndex((text, index) => text !== there[index])
      return { line: (line < 0 ? expected.length : line) + 1 }
    }
    default:
      return { byte: agrees + 1 }
  }
}

function reportDiffers(path: string, { byte, ...place }: Place, { engine }: Manifest): Difference {
  const by = engine === ENGINE_VERSION ? '' : ` (Vigie ${ENGINE_VERSION})`
  const at = byte === undefined ? { fr: '', en: '' } : { fr: `, dès l’octet ${byte}`, en: `, from byte ${byte} on` }
  return differenceAt(
    { code: 'report-differs', file: basename(path), ...place },
    {
      fr: `n’est pas le rapport que donne ce dossier scellé, refait${by}${at.fr}`,
      en: `is not the report that this sealed folder gives, made again${by}${at.en}`,
    },
  )
}

type Place = Pick<Difference, 'line' | 'path' | 'sealed' | 'found'> & { readonly byte?: number }

function textFrom(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text.length
  }
}
