import { ENGINE_VERSION } from '@vigie/engine'
import { type Checkpoint, canonicalJson } from '@vigie/engine/seal'
import { type BundleContent, textOf } from './bundle-content.ts'
import type { BundleFiles } from './bundle-files.ts'
import { checkOrder } from './check-order.ts'
import type { ComposedBundle, composeBundle } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'
import { firstJsonDifference } from './first-json-difference.ts'
import { firstLineDifference } from './first-line-difference.ts'
import { inputOf } from './input-of.ts'
import type { Manifest } from './manifest.ts'
import { firstUnread } from './sealed-facts.ts'

/** Reads contract and facts again, computes everything again as known at the seal, by `compose`, and compares the bytes. */
export function checkComputation(
  files: BundleFiles,
  content: BundleContent,
  manifest: Manifest,
  checkpoint: Checkpoint,
  compose: typeof composeBundle,
): Difference | undefined {
  const input = inputOf(files, content, manifest)
  if (input === undefined) return notComputable('seals.jsonl', content.seals.length, 'instant')
  const composed = compose(input)
  if (!composed.ok) {
    const code = composed.issues[0]?.code ?? ''
    const { file, line } = code === 'unread-facts' ? firstUnread(input.facts) : { file: input.contract.file }
    return notComputable(file, line, code)
  }
  return (
    checkOrder(content, composed.facts, input.at, composed.timeZone) ??
    checkFigures(files, composed, manifest) ??
    checkManifest(composed, manifest, content.seals.length) ??
    checkDerived(files, composed, checkpoint)
  )
}

function checkFigures(
  files: BundleFiles,
  { files: computed }: ComposedBundle,
  manifest: Manifest,
): Difference | undefined {
  const file = 'figures.json'
  const [sealed, again] = [textOf(files, file), textOf(computed, file)]
  if (sealed === again) return undefined
  const difference = firstJsonDifference(parsed(sealed), parsed(again))
  const versions =
    manifest.engine === ENGINE_VERSION ? ['', ''] : [` par Vigie ${ENGINE_VERSION}`, ` by Vigie ${ENGINE_VERSION}`]
  return differenceAt(
    {
      code: 'figure-differs',
      file,
      ...(difference === undefined
        ? {}
        : { path: difference.path, sealed: difference.sealed, found: difference.found }),
    },
    {
      fr: `ce chiffre n’est pas celui que donnent le contrat et les faits, recalculés${versions[0]}`,
      en: `this figure is not what contract and facts give, computed again${versions[1]}`,
    },
  )
}

function checkManifest({ manifest: computed }: ComposedBundle, sealed: Manifest, line: number): Difference | undefined {
  if (canonicalJson(computed) === canonicalJson(sealed)) return undefined
  const difference = firstJsonDifference(sealed, computed)
  return differenceAt(
    { code: 'content-differs', file: 'seals.jsonl', line, ...difference },
    {
      fr: 'ce manifeste ne dit pas ce que contient le dossier',
      en: 'this manifest does not say what the folder holds',
    },
  )
}

function checkDerived(
  files: BundleFiles,
  { files: computed, body }: ComposedBundle,
  checkpoint: Checkpoint,
): Difference | undefined {
  for (const [file, expected] of computed) {
    const found = files.get(file)
    const difference = found === expected ? undefined : firstLineDifference(file, found, expected)
    if (difference) return difference
  }
  return body === checkpoint.body
    ? undefined
    : differenceAt(
        { code: 'checkpoint-changed', file: 'checkpoint' },
        { fr: 'ce n’est pas le point de contrôle de ce dossier', en: 'this is not the checkpoint of this folder' },
      )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text.length
  }
}

function notComputable(file: string, line: number | undefined, code: string): Difference {
  return differenceAt(
    { code: 'not-computable', file, ...(line === undefined ? {} : { line }) },
    { fr: `les chiffres ne se recalculent pas (${code})`, en: `the figures cannot be computed again (${code})` },
  )
}
