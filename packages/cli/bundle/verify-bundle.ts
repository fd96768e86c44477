import { type Checkpoint, parseCheckpoint } from '@vigie/engine/seal'
import { type BundleContent, bundleContent, contractFile, textOf } from './bundle-content.ts'
import { type BundleFiles, requiredFiles } from './bundle-files.ts'
import { checkComputation } from './check-computation.ts'
import { checkDescriptions } from './check-descriptions.ts'
import { checkEntries } from './check-entries.ts'
import { checkExtension } from './check-extension.ts'
import { checkSealedFiles } from './check-sealed-files.ts'
import { checkSignatures } from './check-signatures.ts'
import { sha256 } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'
import { type Manifest, readManifest } from './manifest.ts'

export type Verification = {
  /** The first thing that is not as sealed; absent when the bundle holds. */
  readonly difference?: Difference
  readonly checkpoint?: Checkpoint
  readonly manifest?: Manifest
  /** Names of the given keys whose signature holds. */
  readonly signedBy: readonly string[]
  /** Names of signatures of which no key was given: nobody checked them. */
  readonly unchecked: readonly string[]
}

/**
 * Checks a bundle from its bytes alone: signatures of the given keys, then every entry, every file, then figures computed
 * again as known at the seal, then that it extends an earlier one. Stops at the first difference.
 */
export function verifyBundle(
  files: BundleFiles,
  verifierKeys: readonly string[],
  previous?: BundleFiles,
): Verification {
  const absent = requiredFiles.find((file) => !files.has(file)) ?? (contractFile(files) ? undefined : 'contract.yaml')
  if (absent !== undefined)
    return nothing(differenceAt({ code: 'missing-file', file: absent }, { fr: 'manque', en: 'is missing' }))
  const checkpoint = readCheckpoint(textOf(files, 'checkpoint'))
  if (checkpoint === undefined) return nothing(notACheckpoint)
  const {
    signedBy,
    unchecked,
    difference: unsigned,
  } = checkSignatures(textOf(files, 'checkpoint'), checkpoint, verifierKeys)
  const content = bundleContent(files)
  const manifest = readManifest(content.seals.at(-1) ?? '')
  const difference =
    unsigned ??
    checkEntries(content, checkpoint) ??
    (manifest && checkContent(files, content, manifest, checkpoint)) ??
    (previous && checkExtension(content, previous, verifierKeys))
  return {
    ...(difference === undefined ? {} : { difference }),
    checkpoint,
    ...(manifest === undefined ? {} : { manifest }),
    signedBy,
    unchecked,
  }
}

function checkContent(
  files: BundleFiles,
  content: BundleContent,
  manifest: Manifest,
  checkpoint: Checkpoint,
): Difference | undefined {
  const compute = () => checkComputation(files, content, manifest, checkpoint)
  const figures = files.get('figures.json') ?? new Uint8Array()
  const changed = sha256(figures) !== manifest.files['figures.json']?.sha256
  return (
    checkSealedFiles(files, manifest) ??
    (changed ? compute() : checkDescriptions(files, content, manifest, checkpoint)) ??
    compute()
  )
}

function readCheckpoint(text: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function nothing(difference: Difference): Verification {
  return { difference, signedBy: [], unchecked: [] }
}

const notACheckpoint = differenceAt(
  { code: 'checkpoint-form', file: 'checkpoint' },
  { fr: 'n’a pas la forme d’un point de contrôle signé (C2SP)', en: 'has not the form of a signed checkpoint (C2SP)' },
)
