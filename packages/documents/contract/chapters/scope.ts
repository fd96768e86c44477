import type { Kind } from '../anchors.ts'
import { sayBox } from '../boxes.ts'
import { channelName } from '../channel-name.ts'
import type { ScopeRule as Rule, Scope } from '../clause-types.ts'
import { countryName } from '../country-name.ts'
import type { Block, Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, joined, sentences } from '../inline.ts'
import {
  type Chapter,
  type Clause,
  column,
  item,
  paragraph,
  present,
  row,
  type Subject,
  see,
  table,
  withoutEmptyColumns,
} from '../parts.ts'
import type { Writing } from '../writing.ts'

type Outcome = Rule['then']
type Forms = readonly [string, string]

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

function rules(scope: Scope, writing: Writing): Subject | undefined {
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

function outOfFee({ projectThreshold, approval }: Scope, writing: Writing): Subject | undefined {
  const { say, count, money, or, name } = writing
  if (projectThreshold === undefined && approval === undefined) return undefined
  const blocks: Block[] = []
  if (projectThreshold !== undefined) {
    const { days, hours, amount, beyond } = projectThreshold
    const limits = present(
      days === undefined ? undefined : count(days, ['jour', 'jours'], ['day', 'days']),
      hours === undefined ? undefined : count(hours, ['heure', 'heures'], ['hour', 'hours']),
      amount === undefined ? undefined : money(amount),
    )
    const priced =
      beyond === undefined
        ? undefined
        : say(
            fr`Il est facturé au prix de l’article « ${name('item', beyond)} » du bordereau.`,
            en`It is charged at the price of item “${name('item', beyond)}” of the price book.`,
          )
    blocks.push(
      paragraph(
        sentences(
          say(
            fr`Tout travail dont la charge estimée dépasse ${or(limits)} est un projet : il donne lieu à une estimation, à l’accord du Client et à une commande avant son exécution.`,
            en`Any work whose estimated load exceeds ${or(limits)} is a project: it needs an estimate, the Client’s agreement and an order before it is done.`,
          ),
          priced,
        ),
      ),
    )
  }
  if (approval !== undefined) {
    const above =
      approval.above === undefined
        ? say(fr``, en``)
        : say(fr`, au-delà de ${money(approval.above)},`, en` above ${money(approval.above)}`)
    blocks.push(
      paragraph(
        sentences(
          say(
            fr`Aucun travail hors forfait${above} n’est exécuté ni facturé sans l’accord préalable du rôle « ${name('role', approval.by)} ».`,
            en`No out-of-fee work${above} is done or charged without the prior agreement of the role “${name('role', approval.by)}”.`,
          ),
          approval.estimate === 'required'
            ? say(fr`Une estimation écrite est remise au préalable.`, en`A written estimate is given beforehand.`)
            : say(fr`Une estimation écrite est facultative.`, en`A written estimate is optional.`),
        ),
      ),
    )
  }
  return {
    anchor: 'article:out-of-fee',
    title: say(fr`Travaux hors forfait et projets`, en`Out-of-fee work and projects`),
    blocks,
  }
}

function prerequisites({ prerequisites: list = [] }: Scope, writing: Writing): Subject | undefined {
  const { say, text, anchors, target } = writing
  if (list.length === 0) return undefined
  const owner = (by: 'client' | 'provider' | undefined) =>
    by === undefined ? undefined : by === 'client' ? text('Client', 'Client') : text('Prestataire', 'Provider')
  return {
    anchor: 'article:prerequisites',
    title: say(fr`Prérequis`, en`Prerequisites`),
    blocks: [
      paragraph(
        say(
          fr`Le dépassement d’un délai n’est pas imputable au Prestataire tant qu’un prérequis dû par le Client et dont l’intervention dépend n’est pas rempli.`,
          en`A missed time limit is not imputable to the Provider while a prerequisite owed by the Client, on which the intervention depends, is unmet.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Prérequis', 'Prerequisites'),
          [
            column(text('Prérequis', 'Prerequisite'), 3),
            column(text('Identifiant', 'Identifier'), 1.6),
            column(text('Dû par', 'Owed by'), 1.2),
            column(text('Pour', 'For'), 3),
            column(text('Remis en état sous', 'To be met again within'), 2.4),
          ],
          list.map(({ id, label, by, when, remedyWithin }) =>
            row(
              [label ?? id, code(id), owner(by), when && sayBox(when, writing), remedyWithin && target(remedyWithin)],
              anchors.of('prerequisite', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function users({ profiles = [] }: Scope, writing: Writing): Subject | undefined {
  const { say, text, names, name, and } = writing
  if (!profiles.some(({ users: number, entitlement }) => number !== undefined || entitlement !== undefined))
    return undefined
  return {
    anchor: 'article:entitlement',
    title: say(fr`Utilisateurs et droit d’appel`, en`Users and entitlement`),
    blocks: [
      paragraph(
        say(
          fr`Les utilisateurs relèvent des profils ci-dessous, qui fixent ce qu’ils peuvent demander, par quel canal et à quelles heures.`,
          en`Users belong to the profiles below, which set what they may ask for, by which channel and when.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Droit d’appel par profil', 'Entitlement by profile'),
          [
            column(text('Profil', 'Profile'), 2),
            column(text('Identifiant', 'Identifier'), 1.3),
            { header: text('Utilisateurs', 'Users'), share: 1, align: 'right' },
            column(text('Droit d’appel', 'Entitlement'), 2),
            column(text('Interventions', 'Interventions'), 2.4),
            column(text('Canaux', 'Channels'), 1.8),
            column(text('Horaires', 'Hours'), 1.8),
          ],
          profiles.map(({ id, label, users: number, entitlement }) =>
            row([
              label ?? id,
              code(id),
              number,
              entitlement?.label,
              entitlement?.interventions && names('intervention', entitlement.interventions),
              entitlement?.channels && and(entitlement.channels.map((one) => channelName(one, text))),
              entitlement?.calendar === undefined ? undefined : name('calendar', entitlement.calendar),
            ]),
          ),
        ),
      ),
    ],
  }
}

function presence(scope: Scope, writing: Writing): Subject | undefined {
  const { say, text, language, name, anchors, target } = writing
  const { providerZones = [], desk, dataLocations = [] } = scope
  if (providerZones.length === 0 && desk === undefined && dataLocations.length === 0) return undefined
  const staff = (by: 'own-staff' | 'subcontractor') =>
    by === 'own-staff'
      ? text('personnel du Prestataire', 'the Provider’s own staff')
      : text('sous-traitant', 'subcontractor')
  const blocks: Block[] = []
  if (providerZones.length > 0) {
    const where = (zone: (typeof providerZones)[number]): Inline =>
      joined(
        present(
          zone.departments &&
            say(fr`départements ${zone.departments.join(', ')}`, en`departments ${zone.departments.join(', ')}`),
          zone.postalPrefixes &&
            say(
              fr`codes postaux en ${zone.postalPrefixes.join(', ')}`,
              en`postal codes in ${zone.postalPrefixes.join(', ')}`,
            ),
          zone.countries && inlineOf(zone.countries.map((one) => countryName(one, language)).join(', ')),
          zone.overseas === undefined
            ? undefined
            : zone.overseas
              ? say(fr`outre-mer français`, en`French overseas territories`)
              : say(fr`outre-mer exclu`, en`overseas territories excluded`),
        ),
        language === 'fr' ? '\u202f; ' : '; ',
      )
    blocks.push(
      paragraph(
        say(
          fr`Le Prestataire intervient sur site dans les zones ci-dessous.`,
          en`The Provider works on site in the zones below.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Zones d’intervention sur site', 'On-site zones'),
          [
            column(text('Zone', 'Zone'), 1.6),
            column(text('Identifiant', 'Identifier'), 1.2),
            column(text('Étendue', 'Extent'), 2.4),
            column(text('Délai sur site', 'On-site delay'), 2.4),
            column(text('Déplacement', 'Visit'), 2),
            column(text('Par', 'By'), 2),
          ],
          providerZones.map((zone) =>
            row(
              [
                zone.label ?? zone.id,
                code(zone.id),
                where(zone),
                zone.onsite && target(zone.onsite.within),
                zone.price === undefined
                  ? text('compris dans la redevance', 'included in the fee')
                  : name('item', zone.price),
                joined(present(zone.by && staff(zone.by), zone.subcontractor), ', '),
              ],
              anchors.of('zone', zone.id),
            ),
          ),
        ),
      ),
    )
  }
  if (desk !== undefined) {
    const place = present(desk.place, countryName(desk.country, language)).join(', ')
    const hours =
      desk.calendar === undefined
        ? undefined
        : say(
            fr`Il est ouvert aux heures du calendrier « ${name('calendar', desk.calendar)} ».`,
            en`It is open at the hours of the calendar “${name('calendar', desk.calendar)}”.`,
          )
    blocks.push(
      paragraph(
        sentences(
          say(
            fr`Le centre de services est situé à : ${place} ; il est tenu par ${desk.staff === 'own-staff' ? 'le personnel du Prestataire' : 'un sous-traitant'}.`,
            en`The service desk is located in: ${place}; it is staffed by ${desk.staff === 'own-staff' ? 'the Provider’s own staff' : 'a subcontractor'}.`,
          ),
          hours,
        ),
      ),
    )
  }
  if (dataLocations.length > 0) {
    const kinds = {
      desk: text('centre de services', 'service desk'),
      data: text('données', 'data'),
      backup: text('sauvegardes', 'backups'),
      administration: text('administration', 'administration'),
    }
    blocks.push(
      paragraph(
        say(
          fr`Les données du Client sont conservées, sauvegardées et administrées aux lieux suivants :`,
          en`The Client’s data are kept, backed up and administered in the following places:`,
        ),
      ),
      table(
        text('Localisation des données', 'Place of data'),
        [
          column(text('Lieu', 'Place'), 2.4),
          column(text('Identifiant', 'Identifier'), 1.6),
          column(text('Pays', 'Country'), 1.6),
          column(text('Objet', 'Purpose'), 2),
        ],
        dataLocations.map(({ id, label, country, kind }) =>
          row([label ?? id, code(id), countryName(country, language), kinds[kind]], anchors.of('data-location', id)),
        ),
      ),
    )
  }
  return {
    anchor: 'article:presence',
    title: say(fr`Lieux d’exécution`, en`Where the services are performed`),
    blocks,
  }
}

function drift({ drift: clause }: Scope, writing: Writing): Subject | undefined {
  const { say, percent, count } = writing
  if (clause === undefined) return undefined
  const { measuredOn, band, step } = clause
  return {
    anchor: 'article:drift',
    title: say(fr`Évolution des quantités`, en`Drift of quantities`),
    blocks: [
      paragraph(
        sentences(
          measuredOn === undefined
            ? say(
                fr`Les quantités de l’inventaire sont suivies par les Parties.`,
                en`The Parties follow the quantities of the inventory.`,
              )
            : measuredOn === 'last-day-of-month'
              ? say(
                  fr`Les quantités de l’inventaire sont relevées le dernier jour de chaque mois.`,
                  en`The quantities of the inventory are counted on the last day of each month.`,
                )
              : say(
                  fr`Les quantités de l’inventaire sont relevées le premier jour de chaque mois.`,
                  en`The quantities of the inventory are counted on the first day of each month.`,
                ),
          band &&
            say(
              fr`Une variation d’au plus ${percent(band)} ne modifie pas la redevance.`,
              en`A variation of at most ${percent(band)} does not change the fee.`,
            ),
          step === undefined
            ? undefined
            : say(
                fr`Au-delà, elles sont ajustées ${step === 1 ? 'à l’unité (pas de 1)' : `par pas de ${step} unités`}.`,
                en`Beyond, they move by steps of ${count(step, ['unité', 'unités'], ['unit', 'units'])}.`,
              ),
        ),
      ),
    ],
  }
}
