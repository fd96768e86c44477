import { sayBox } from '../boxes.ts'
import { channelName } from '../channel-name.ts'
import type { Scope } from '../clause-types.ts'
import type { Block } from '../document-model.ts'
import { code, en, fr, sentences } from '../inline.ts'
import { column, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Projects, and who accepts work outside the fee. */
export function outOfFee({ projectThreshold, approval }: Scope, writing: Writing): Subject | undefined {
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

/** What a party owes so that the other can work. */
export function prerequisites({ prerequisites: list = [] }: Scope, writing: Writing): Subject | undefined {
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

/** Who may call, for what, how and when. */
export function users({ profiles = [] }: Scope, writing: Writing): Subject | undefined {
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

/** What a change of quantities does. */
export function drift({ drift: clause }: Scope, writing: Writing): Subject | undefined {
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
