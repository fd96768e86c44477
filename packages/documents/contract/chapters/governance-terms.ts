import type { Governance } from '../clause-types.ts'
import { countryName } from '../country-name.ts'
import { code, en, fr, sentences } from '../inline.ts'
import { column, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { doraSubject } from './dora.ts'
import { personalDataSubject } from './personal-data.ts'

/** Security, personal data, audit, subcontractors, financial entities: what the law asks of the contract. */
export function governanceTerms(governance: Governance, writing: Writing): readonly Subject[] {
  const { personalData, security, audit, subcontractors, dora, criticalFunction } = governance
  return present<Subject>(
    security && securitySubject(security, writing),
    personalData && personalDataSubject(personalData, writing),
    audit && auditSubject(audit, writing),
    subcontractors && subcontractorsSubject(subcontractors, writing),
    (dora !== undefined || criticalFunction !== undefined) && doraSubject(dora, criticalFunction, writing),
  )
}

function securitySubject(
  { clause, incidentNotice, plan, logsKept }: NonNullable<Governance['security']>,
  { say, duration }: Writing,
): Subject {
  return {
    anchor: 'article:security',
    title: say(fr`Sécurité`, en`Security`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'security',
        clause,
        title: say(fr`Incidents de sécurité et journaux`, en`Security incidents and logs`),
        blocks: [
          paragraph(
            sentences(
              incidentNotice === undefined
                ? undefined
                : say(
                    fr`Le Prestataire notifie au Client tout incident de sécurité dans un délai de ${duration(incidentNotice)}.`,
                    en`The Provider notifies the Client of any security incident within ${duration(incidentNotice)}.`,
                  ),
              plan === undefined
                ? undefined
                : say(fr`Le plan de sécurité applicable est : ${plan}.`, en`The security plan is: ${plan}.`),
              logsKept === undefined
                ? undefined
                : say(fr`Les journaux sont conservés ${duration(logsKept)}.`, en`Logs are kept ${duration(logsKept)}.`),
              incidentNotice === undefined && plan === undefined && logsKept === undefined
                ? say(fr`Le contrat n’en dit pas davantage.`, en`The contract says no more.`)
                : undefined,
            ),
          ),
        ],
      },
    ],
  }
}

function auditSubject(
  { clause, right, notice, every, cost }: NonNullable<Governance['audit']>,
  { say, duration }: Writing,
): Subject {
  const costs =
    cost &&
    {
      client: say(fr`Il est aux frais du Client.`, en`It is at the Client’s expense.`),
      provider: say(fr`Il est aux frais du Prestataire.`, en`It is at the Provider’s expense.`),
      'each-its-own': say(fr`Chaque Partie supporte ses propres frais.`, en`Each Party bears its own cost.`),
    }[cost]
  return {
    anchor: 'article:audit',
    title: say(fr`Audit`, en`Audit`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'audit',
        clause,
        title: say(fr`Droit d’audit`, en`Right of audit`),
        blocks: [
          paragraph(
            sentences(
              right
                ? say(
                    fr`Le Client peut auditer le Prestataire, ou le faire auditer.`,
                    en`The Client may audit the Provider, or have it audited.`,
                  )
                : say(
                    fr`Le présent contrat ne donne pas au Client de droit d’audit.`,
                    en`This contract gives the Client no right of audit.`,
                  ),
              notice === undefined
                ? undefined
                : say(fr`Le préavis est de ${duration(notice)}.`, en`The notice is ${duration(notice)}.`),
              every === undefined
                ? undefined
                : say(
                    fr`Un audit au plus a lieu par période de ${duration(every)}.`,
                    en`There is at most one audit in every ${duration(every)}.`,
                  ),
              costs,
            ),
          ),
        ],
      },
    ],
  }
}

function subcontractorsSubject(
  list: NonNullable<Governance['subcontractors']>,
  { say, text, language, anchors }: Writing,
): Subject {
  const title = say(fr`Sous-traitants`, en`Subcontractors`)
  const anchor = 'article:subcontractors'
  if (list.length === 0)
    return {
      anchor,
      title,
      blocks: [
        paragraph(say(fr`Le Prestataire n’a recours à aucun sous-traitant.`, en`The Provider uses no subcontractor.`)),
      ],
    }
  const approvals = {
    prior: text('agréé au préalable par le Client', 'approved beforehand by the Client'),
    notified: text('notifié au Client', 'notified to the Client'),
  }
  return {
    anchor,
    title,
    blocks: [
      withoutEmptyColumns(
        table(
          title.map((run) => run.text).join(''),
          [
            column(text('Sous-traitant', 'Subcontractor'), 2),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Prestation', 'Service'), 2.6),
            column(text('Pays', 'Country'), 1.2),
            column(text('Agrément', 'Approval'), 2),
          ],
          list.map(({ id, name, service, country, approval }) =>
            row(
              [name, code(id), service, countryName(country, language), approval && approvals[approval]],
              anchors.of('subcontractor', id),
            ),
          ),
        ),
      ),
    ],
  }
}
