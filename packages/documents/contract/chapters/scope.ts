import type { Scope } from '../clause-types.ts'
import { en, fr, inlineOf, sentences } from '../inline.ts'
import { type Chapter, item, paragraph, present, type Subject, see } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { rules } from './coverage-rules.ts'
import { presence } from './presence.ts'
import { drift, outOfFee, prerequisites, users } from './scope-terms.ts'

/** Chapter 1: what is covered, where, for whom, by whom. */
export function scopeChapter(writing: Writing): Chapter | undefined {
  const { contract, say } = writing
  const { scope } = contract.chapters
  if (scope === undefined) return undefined
  return {
    number: '1',
    anchor: 'chapter:scope',
    title: say(fr`Périmètre`, en`Scope`),
    subjects: present<Subject>(
      covered(scope, writing),
      rules(scope, writing),
      exclusions(scope, writing),
      outOfFee(scope, writing),
      prerequisites(scope, writing),
      users(scope, writing),
      presence(scope, writing),
      drift(scope, writing),
    ),
  }
}

function covered(scope: Scope, writing: Writing): Subject | undefined {
  const { say, names } = writing
  const { assetClasses = [], interventions = [], modes = [], profiles = [], sites = [], dimensions = {} } = scope
  if (
    [assetClasses, interventions, modes, profiles, sites, Object.keys(dimensions)].every(({ length }) => length === 0)
  )
    return undefined
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  return {
    anchor: 'article:covered',
    title: say(fr`Ce qui est confié au Prestataire`, en`What is entrusted to the Provider`),
    blocks: [
      paragraph(
        sentences(
          assetClasses.length === 0
            ? undefined
            : say(
                fr`Le contrat porte sur les classes d’équipements et de services suivantes : ${names('asset-class', ids(assetClasses))} (quantités à l’${see('annex:inventory')}).`,
                en`The contract covers the following classes of assets and services: ${names('asset-class', ids(assetClasses))} (quantities in ${see('annex:inventory')}).`,
              ),
          sites.length === 0
            ? undefined
            : say(
                fr`Il s’applique aux ${sites.length === 1 ? '' : `${sites.length} `}sites énumérés à l’${see('annex:inventory')}.`,
                en`It applies to the ${sites.length === 1 ? 'site' : `${sites.length} sites`} listed in ${see('annex:inventory')}.`,
              ),
          interventions.length === 0
            ? undefined
            : say(
                fr`Les types d’intervention sont : ${names('intervention', ids(interventions))}.`,
                en`The types of intervention are: ${names('intervention', ids(interventions))}.`,
              ),
          profiles.length === 0
            ? undefined
            : say(
                fr`Les profils d’utilisateur sont : ${names('profile', ids(profiles))}.`,
                en`The user profiles are: ${names('profile', ids(profiles))}.`,
              ),
          modes.length === 0
            ? undefined
            : say(
                fr`Les modes d’intervention sont : ${names('mode', ids(modes))}.`,
                en`The modes of intervention are: ${names('mode', ids(modes))}.`,
              ),
        ),
      ),
    ],
  }
}

function exclusions({ exclusions: list = [] }: Scope, { say }: Writing): Subject | undefined {
  if (list.length === 0) return undefined
  return {
    anchor: 'article:exclusions',
    title: say(fr`Exclusions`, en`Exclusions`),
    blocks: [
      paragraph(say(fr`Sont hors du périmètre du contrat :`, en`The following are out of the contract’s scope:`)),
      ...list.map((one) => item(inlineOf(one))),
    ],
  }
}
