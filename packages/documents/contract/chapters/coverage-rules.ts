import type { Kind } from '../anchors.ts'
import { sayBox } from '../boxes.ts'
import type { ScopeRule as Rule, Scope } from '../clause-types.ts'
import type { Inline } from '../document-model.ts'
import { en, fr, inlineOf, joined, sentences } from '../inline.ts'
import { type Clause, paragraph, present, type Subject, see } from '../parts.ts'
import type { Writing } from '../writing.ts'

type Outcome = Rule['then']
type Forms = readonly [string, string]

/** The rules of coverage, one clause each. */
export function rules(scope: Scope, writing: Writing): Subject | undefined {
  const { say } = writing
  const list = scope.rules ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'article:coverage',
    title: say(fr`Règles de couverture`, en`Coverage rules`),
    blocks: [
      paragraph(
        say(
          fr`Pour chaque combinaison d’un équipement, d’un site, d’un profil, d’une intervention et d’un mode, une règle ci-dessous dit qui en a la charge. Une dimension que la règle ne nomme pas s’entend de toutes ses valeurs ; une règle qui en écarte une autre l’emporte sur elle. Le tableau complet figure à l’${see('annex:matrix')}.`,
          en`For each combination of an asset, a site, a profile, an intervention and a mode, a rule below says who is in charge. A dimension that a rule does not name means all its values; a rule that overrides another prevails over it. The whole table is in ${see('annex:matrix')}.`,
        ),
      ),
    ],
    clauses: list.map((rule) => ruleClause(rule, scope, writing)),
  }
}

function ruleClause(rule: Rule, scope: Scope, writing: Writing): Clause {
  const { say, and, count } = writing
  const { id, clause, label, then, overrides, quota } = rule
  const period = {
    month: say(fr`par mois`, en`a month`),
    quarter: say(fr`par trimestre`, en`a quarter`),
    year: say(fr`par an`, en`a year`),
  }
  const quotaText =
    quota &&
    say(
      fr`Dans la limite de ${count(quota.count, ...quotaUnit(quota.unit ?? 'ticket'))} ${period[quota.over]} ; au-delà, ${outcome(quota.beyond.then, quota.beyond, writing)}.`,
      en`Within ${count(quota.count, ...quotaUnit(quota.unit ?? 'ticket'))} ${period[quota.over]}; beyond, ${outcome(quota.beyond.then, quota.beyond, writing)}.`,
    )
  return {
    kind: 'rule',
    id,
    clause,
    title: label === undefined ? outcomeTitle(then, writing) : inlineOf(label),
    blocks: [
      paragraph(
        sentences(
          ruled(rule, writing),
          quotaText,
          overrides &&
            say(
              fr`Cette règle l’emporte sur ${and(overrides.map((other) => ruleName(other, scope, writing)))}.`,
              en`This rule prevails over ${and(overrides.map((other) => ruleName(other, scope, writing)))}.`,
            ),
        ),
      ),
    ],
  }

  function ruleName(other: string, { rules: all = [] }: Scope, { text }: Writing): Inline {
    const known = all.find((one) => one.id === other)
    const link = writing.anchors.to('rule', other)
    const label = known?.clause === undefined ? other : `${known.clause} (${other})`
    return [{ text: `${text('la règle', 'rule')} ` }, { text: label, ...(link === undefined ? {} : { to: link }) }]
  }

  function quotaUnit(unit: 'visit' | 'hour' | 'ticket') {
    const units: { readonly [U in typeof unit]: readonly [Forms, Forms] } = {
      visit: [
        ['déplacement', 'déplacements'],
        ['visit', 'visits'],
      ],
      hour: [
        ['heure', 'heures'],
        ['hour', 'hours'],
      ],
      ticket: [
        ['ticket', 'tickets'],
        ['ticket', 'tickets'],
      ],
    }
    return units[unit]
  }
}

/** The rule in one sentence: the outcome, then what it holds for. */
function ruled({ when, then, price, by }: Rule, writing: Writing): Inline {
  const { say, or, name, text } = writing
  const { intervention, assetClass, site, profile, mode, ...others } = when ?? {}
  const quoted = (kind: Kind, ids: readonly string[]) =>
    or(ids.map((id) => say(fr`« ${name(kind, id)} »`, en`“${name(kind, id)}”`)))
  const rest = sayBox(others, writing)
  const parts = present<Inline>(
    intervention &&
      say(fr` de type ${quoted('intervention', intervention)}`, en` of type ${quoted('intervention', intervention)}`),
    assetClass &&
      say(fr` portant sur ${quoted('asset-class', assetClass)}`, en` on ${quoted('asset-class', assetClass)}`),
    site &&
      say(
        fr` pour ${site.length > 1 ? 'les sites' : 'le site'} ${quoted('site', site)}`,
        en` for the ${site.length > 1 ? 'sites' : 'site'} ${quoted('site', site)}`,
      ),
    profile &&
      say(
        fr` pour ${profile.length > 1 ? 'les profils' : 'le profil'} ${quoted('profile', profile)}`,
        en` for the ${profile.length > 1 ? 'profiles' : 'profile'} ${quoted('profile', profile)}`,
      ),
    mode && say(fr` en mode ${quoted('mode', mode)}`, en` in the mode ${quoted('mode', mode)}`),
    rest.length > 0 && joined([' (', rest, ')']),
  )
  const every = joined([text('toute intervention', 'every intervention'), ...parts])
  const cost =
    price === undefined
      ? []
      : say(
          fr`, au prix de l’article « ${name('item', price)} » du bordereau`,
          en`, at the price of item “${name('item', price)}” of the price book`,
        )
  const third = by === undefined ? [] : joined([' (', by, ')'])
  switch (then) {
    case 'included':
      return say(
        fr`Est incluse dans le forfait, à la charge du Prestataire${third}${cost}, ${every}.`,
        en`Included in the fee and in the charge of the Provider${third}${cost}: ${every}.`,
      )
    case 'on-demand':
      return say(
        fr`Est exécutée hors forfait, sur devis et commande${third}${cost}, ${every}.`,
        en`Done on demand, on estimate and order${third}${cost}: ${every}.`,
      )
    case 'excluded':
      return say(fr`Est hors périmètre${third}${cost} ${every}.`, en`Out of scope${third}${cost}: ${every}.`)
    case 'client':
      return say(
        fr`Est à la charge du Client${third}${cost} ${every}.`,
        en`In the charge of the Client${third}${cost}: ${every}.`,
      )
    case 'third-party':
      return say(
        fr`Est à la charge d’un tiers${third}${cost} ${every}.`,
        en`In the charge of a third party${third}${cost}: ${every}.`,
      )
  }
}

function outcomeTitle(then: Outcome, { say }: Writing): Inline {
  switch (then) {
    case 'included':
      return say(fr`Inclus au forfait`, en`Included in the fee`)
    case 'on-demand':
      return say(fr`Hors forfait`, en`On demand`)
    case 'excluded':
      return say(fr`Hors périmètre`, en`Out of scope`)
    case 'client':
      return say(fr`À la charge du Client`, en`In the charge of the Client`)
    case 'third-party':
      return say(fr`À la charge d’un tiers`, en`In the charge of a third party`)
  }
}

/** What holds for a cell, in the middle of a sentence. */
export function outcome(
  then: Outcome,
  { price, by }: { readonly price?: string | undefined; readonly by?: string | undefined },
  { say, name }: Writing,
): Inline {
  const charge = price === undefined ? [] : [{ text: '' }, name('item', price)]
  const priced =
    price === undefined
      ? say(fr``, en``)
      : say(
          fr`, au prix de l’article « ${charge} » du bordereau`,
          en`, at the price of item “${charge}” of the price book`,
        )
  const third = by === undefined ? say(fr``, en``) : say(fr` (${by})`, en` (${by})`)
  switch (then) {
    case 'included':
      return say(
        fr`inclus au forfait, à la charge du Prestataire${priced}${third}`,
        en`included in the fee, in the charge of the Provider${priced}${third}`,
      )
    case 'on-demand':
      return say(
        fr`hors forfait, sur devis et commande${priced}${third}`,
        en`on demand, on estimate and order${priced}${third}`,
      )
    case 'excluded':
      return say(fr`hors périmètre${priced}${third}`, en`out of scope${priced}${third}`)
    case 'client':
      return say(fr`à la charge du Client${priced}${third}`, en`in the charge of the Client${priced}${third}`)
    case 'third-party':
      return say(fr`à la charge d’un tiers${priced}${third}`, en`in the charge of a third party${priced}${third}`)
  }
}
