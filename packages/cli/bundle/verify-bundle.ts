import { type Checkpoint, parseCheckpoint } from '@vigie/engine/seal'
import { type BundleContent, bundleContent, contractFile, textOf } from './bundle-content.ts'
import { sha256Of } from './bundle-file.ts'
import { type BundleFiles, requiredFiles } from './bundle-files.ts'
import { checkComputation } from './check-computation.ts'
import { checkDescriptions } from './check-descriptions.ts'
import { checkEntries } from './check-entries.ts'
import { checkExtension, type EarlierSeal } from './check-extension.ts'
import { checkSealedFiles } from './check-sealed-files.ts'
import { checkSignatures } from './check-signatures.ts'
import { composeBundle } from './compose-bundle.ts'
import { type Difference, differenceAt } from './difference.ts'
import type { Manifest } from './manifest.ts'

export type Verification = {
  /** The first thing that is not as sealed; absent when the bundle holds. */
  readonly difference?: Difference
  readonly checkpoint?: Checkpoint
  readonly manifest?: Manifest
  /** Of a proof of one fact: its place in the record, from 0, and its line. */
  readonly entry?: { readonly index: number; readonly text: string }
  /** Names of the given keys whose signature holds. */
  readonly signedBy: readonly string[]
  /** Names of signatures of which no key was given: nobody checked them. */
  readonly unchecked: readonly string[]
}

/**
 * Checks a bundle from its bytes alone: signatures of the given keys, then every entry, every file, then figures computed
 * again as known at the seal by `compose`, then that it extends an earlier one. Stops at the first difference.
 */
export function verifyBundle(
  files: BundleFiles,
  verifierKeys: readonly string[],
  previous?: EarlierSeal,
  compose = composeBundle,
): Verification {
  const { content, ...verified } = verifyRecord(files, verifierKeys)
  const { manifest, checkpoint } = verified
  if (verified.difference || !content || !manifest || !checkpoint) return verified
  const difference =
    checkContent(files, content, manifest, checkpoint, compose) ??
    (previous && checkExtension(content, checkpoint.origin, previous, verifierKeys))
  return difference === undefined ? verified : { ...verified, difference }
}

/** The part of it that is about the record: signatures and entries, neither files nor figures. */
export function verifyRecord(
  files: BundleFiles,
  verifierKeys: readonly string[],
): Verification & { readonly content?: BundleContent } {
  const absent = requiredFiles.find((file) => !files.has(file)) ?? (contractFile(files) ? undefined : 'contract.yaml')
  if (absent !== undefined)
    return nothing(differenceAt({ code: 'missing-file', file: absent }, { fr: 'manque', en: 'is missing' }))
  const text = textOf(files, 'checkpoint')
  const checkpoint = readCheckpoint(text)
  if (checkpoint === undefined) return nothing(notACheckpoint)
  const { signedBy, unchecked, difference: unsigned } = checkSignatures(text, checkpoint, verifierKeys)
  const content = bundleContent(files)
  const manifest = content.manifests.at(-1)
  const difference = unsigned ?? checkEntries(files, content, checkpoint)
  return {
    ...(difference === undefined ? {} : { difference }),
    checkpoint,
    ...(manifest === undefined ? {} : { manifest }),
    signedBy,
    unchecked,
    content,
  }
}

function checkContent(
  files: BundleFiles,
  content: BundleContent,
  manifest: Manifest,
  checkpoint: Checkpoint,
  compose: typeof composeBundle,
): Difference | undefined {
  const compute = () => checkComputation(files, content, manifest, checkpoint, compose)
  const figures = files.get('figures.json')
  const changed = figures === undefined || sha256Of(figures) !== manifest.files['figures.json']?.sha256
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
