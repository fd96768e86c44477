import { localise } from '../localise.ts'
import type { Localised } from '../message.ts'

/** A rule between the values of a clause, for `refine`: the code, the sentence and the accepted form when it is broken. */
export function rule(code: string, fr: string, en: string, path: readonly string[] = [], expected?: Localised) {
  const broken: BrokenRule = { code, message: localise(fr, en), ...(expected && { expected }) }
  return { message: code, path: [...path], params: { broken } }
}

export type BrokenRule = { readonly code: string; readonly message: Localised; readonly expected?: Localised }

/** The rule that a custom issue of a schema carries, if any. */
export function brokenRule(params: Readonly<Record<string, unknown>> | undefined): BrokenRule | undefined {
  const broken = params?.broken
  return typeof broken === 'object' && broken !== null && 'code' in broken ? (broken as BrokenRule) : undefined
}
