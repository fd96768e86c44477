import { code, en, fr } from '../inline.ts'
import { type Annex, column, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import { usualName } from '../usual-names.ts'
import type { Writing } from '../writing.ts'

/** Annex: who holds which power, and who is told in which order. */
export function governanceAnnex(writing: Writing): Annex | undefined {
  const { say } = writing
  const parts = present<Subject>(roles(writing), committees(writing), escalation(writing), raci(writing))
  if (parts.length === 0) return undefined
  return { anchor: 'annex:governance', title: say(fr`Gouvernance`, en`Governance`), blocks: [], parts }
}

function roles(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors, name, money } = writing
  const list = contract.chapters.governance?.roles ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'governance:roles',
    title: say(fr`Rôles`, en`Roles`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Rôles, suppléants et pouvoirs', 'Roles, deputies and powers'),
          [
            column(text('Rôle', 'Role'), 2.4),
            column(text('Identifiant', 'Identifier'), 1.6),
            column(text('Partie', 'Party'), 1.2),
            column(text('Suppléant', 'Deputy'), 2),
            column(text('Commandes jusqu’à', 'Orders up to'), 1.6),
            column(text('Avenants', 'Amendments'), 1.4),
          ],
          list.map(({ id, label, party, deputy, binds }) =>
            row(
              [
                label ?? usualName('role', id, text),
                code(id),
                party === 'client' ? text('Client', 'Client') : text('Prestataire', 'Provider'),
                deputy === undefined ? undefined : name('role', deputy),
                binds?.orders === undefined ? undefined : money(binds.orders),
                binds?.amendments === undefined
                  ? undefined
                  : binds.amendments
                    ? text('peut signer', 'may sign')
                    : text('ne peut pas signer', 'may not sign'),
              ],
              anchors.of('role', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function committees(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors, names, duration, name } = writing
  const list = contract.chapters.governance?.committees ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'governance:committees',
    title: say(fr`Comités`, en`Committees`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Comités', 'Committees'),
          [
            column(text('Comité', 'Committee'), 2),
            column(text('Règle de récurrence (iCalendar)', 'Recurrence (iCalendar)'), 3),
            column(text('Durée', 'Length'), 1.4),
            column(text('Présidence', 'Chair'), 1.6),
            column(text('Membres', 'Members'), 2.4),
          ],
          list.map(({ id, label, every, duration: length, chair, members }) => {
            const to = anchors.to('committee', id)
            return row([
              { text: label ?? usualName('committee', id, text), ...(to === undefined ? {} : { to }) },
              code(every),
              length === undefined ? undefined : duration(length),
              chair === undefined ? undefined : name('role', chair),
              members && names('role', members),
            ])
          }),
        ),
      ),
    ],
  }
}

function escalation(writing: Writing): Subject | undefined {
  const { contract, say, text, names, duration, percent } = writing
  const list = contract.chapters.governance?.escalation ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'governance:escalation',
    title: say(fr`Échelle d’escalade`, en`Escalation ladder`),
    blocks: list.map(({ id, label, steps }) =>
      table(
        label ?? usualName('escalation', id, text),
        [
          column(text('Étape', 'Step'), 0.8),
          column(text('Moment', 'When'), 2),
          column(text('Personnes prévenues', 'Who is told'), 4),
        ],
        steps.map(({ after, at, notify }, index) =>
          row([
            String(index + 1),
            after !== undefined
              ? /^PT?0[SMHD]$/.test(after)
                ? text('dès la déclaration', 'at the declaration')
                : duration(after)
              : at === undefined
                ? undefined
                : percent(at),
            names('role', notify),
          ]),
        ),
      ),
    ),
  }
}

function raci(writing: Writing): Subject | undefined {
  const { contract, say, text, names, name } = writing
  const list = contract.chapters.governance?.raci ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'governance:raci',
    title: say(fr`Matrice des responsabilités (RACI)`, en`Responsibilities (RACI)`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Matrice des responsabilités', 'Responsibilities'),
          [
            column(text('Activité', 'Activity'), 2.6),
            column(text('Réalise', 'Responsible'), 1.8),
            column(text('Approuve', 'Accountable'), 1.8),
            column(text('Consulté', 'Consulted'), 1.8),
            column(text('Informé', 'Informed'), 1.8),
          ],
          list.map(({ activity, responsible, accountable, consulted, informed }) =>
            row([
              activity,
              names('role', responsible),
              name('role', accountable),
              consulted && names('role', consulted),
              informed && names('role', informed),
            ]),
          ),
        ),
      ),
    ],
  }
}
