import type { Localised } from '../../base/message.ts'
import type { ScopeChapter } from '../clause-schema.ts'
import { coverSpace, type ScopeCoverage } from '../coverage.ts'
import { ScopeError } from '../scope-error.ts'
import { compileSpace, type Dimension } from '../scope-space.ts'

/** Gaps and conflicts of a scope with the words of its dimensions, or why they cannot be listed. */
export type ProvenScope =
  | (Pick<ScopeCoverage, 'gaps' | 'conflicts'> & { readonly dimensions: readonly Dimension[] })
  | { readonly tooComplex: Localised }

/** Proves a scope once for the rules that ask. `undefined` where a reference names nothing: another rule says so. */
export function provenScope(scope: ScopeChapter): ProvenScope | undefined {
  if (!known.has(scope)) known.set(scope, prove(scope))
  return known.get(scope)
}

const known = new WeakMap<ScopeChapter, ProvenScope | undefined>()

function prove(scope: ScopeChapter): ProvenScope | undefined {
  try {
    const space = compileSpace(scope)
    const { gaps, conflicts } = coverSpace(space)
    return { gaps, conflicts, dimensions: space.dimensions }
  } catch (error) {
    if (!(error instanceof ScopeError)) throw error
    return error.code === 'too-complex' ? { tooComplex: error.localised } : undefined
  }
}
