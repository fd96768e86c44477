import { groupBy } from '../base/group-by.ts'
import type { Localised } from '../base/message.ts'
import { type BecauseCode, type VaryingCode, WARNINGS, type WarningCode } from './because-codes.ts'
import { IMPLIED, SENTENCES } from './because-sentences.ts'
import type { MeasureKind, Milestone } from './clause-types.ts'
import type { Because } from './measure.ts'
import type { ClientPrerequisite } from './ticket-scope.ts'

/** Whether a code of `because` calls for a reader's attention. */
export function isWarning(code: string): code is WarningCode {
  return WARNINGS.has(code)
}

/** A reason whose sentence is the same for every ticket, with the ids of the facts that it stands on. */
export function because(code: Exclude<BecauseCode, VaryingCode>, ...events: readonly string[]): Because {
  return { code, message: SENTENCES[code], events }
}

/** The milestone of the measure was not recorded before a later one, or not at all. */
export function becauseImplied(milestone: Milestone, event: string): Because {
  return { code: 'implied', message: IMPLIED[milestone], events: [event] }
}

/** A pause for a reason that is not in the contract's list; `reason` is `''` where the fact gives none. */
export function becauseUnlisted(reason: string, event: string): Because {
  return {
    code: 'pause-reason-unlisted',
    message:
      reason === ''
        ? {
            fr: 'Suspension sans motif\u00a0: son temps compte.',
            en: 'A pause without a reason: its time counts.',
          }
        : {
            fr: `Le motif de suspension «\u00a0${reason}\u00a0» n’est pas dans la liste du contrat\u00a0: son temps compte.`,
            en: `The pause reason "${reason}" is not in the contract's list: its time counts.`,
          },
    events: [event],
  }
}

/** The client owed something, on which the commitment stands, when the target ran out. */
export function becauseUnmet({ id, label }: ClientPrerequisite, event: string): Because {
  const name = label ?? id
  return {
    code: 'prerequisite-unmet',
    message: {
      fr: `Le client ne remplissait pas un prérequis à l’échéance\u00a0: «\u00a0${name}\u00a0». Le retard n’est pas imputable au prestataire.`,
      en: `The client did not meet a prerequisite when the target ran out: "${name}". The lateness is not the provider's.`,
    },
    events: [event],
  }
}

/** The same reasons with those of one code and sentence joined, in order of first appearance. */
export function mergeReasons(reasons: readonly Because[]): readonly Because[] {
  if (reasons.every(({ code }, index) => reasons.findIndex((other) => other.code === code) === index)) return reasons
  const byText = groupBy(reasons, ({ code, message }) => `${code} ${message.fr}`)
  return [...byText.values()].flatMap(([first, ...more]) => {
    if (first === undefined || more.length === 0) return first ?? []
    return { ...first, events: [...new Set([first, ...more].flatMap(({ events }) => events))] }
  })
}

/** The names of the measures for a person. */
export const MEASURE_NAMES: { readonly [M in MeasureKind]: Localised } = {
  response: { fr: 'prise en compte', en: 'response' },
  intervention: { fr: 'intervention', en: 'intervention' },
  workaround: { fr: 'contournement', en: 'workaround' },
  restoration: { fr: 'rétablissement', en: 'restoration' },
  resolution: { fr: 'résolution', en: 'resolution' },
  closure: { fr: 'clôture', en: 'closure' },
  'update-interval': { fr: 'point d’avancement', en: 'status update' },
}
