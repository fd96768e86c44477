import type { Governance } from '../clause-types.ts'
import { countryName } from '../country-name.ts'
import type { Block, Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, sentences } from '../inline.ts'
import { column, item, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

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

type Stated = boolean | string

/** What the contract says of a thing that a law lists: stated, not stated, or by which clause. */
function statedText(stated: Stated, { text, anchors }: Writing): Inline {
  if (stated === true) return inlineOf(text('prévu', 'stated'))
  if (stated === false) return inlineOf(text('non prévu', 'not stated'))
  const to = anchors.ofClause(stated)
  return [{ text: `${text('clause', 'clause')} ` }, { text: stated, ...(to === undefined ? {} : { to }) }]
}

function statedItems(items: readonly (readonly [Stated | undefined, string])[], writing: Writing): readonly Block[] {
  const { say } = writing
  return items.flatMap(([stated, words]) =>
    stated === undefined
      ? []
      : [item(say(fr`${words} : ${statedText(stated, writing)} ;`, en`${words}: ${statedText(stated, writing)};`))],
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

function personalDataSubject(clauseOf: NonNullable<Governance['personalData']>, writing: Writing): Subject {
  const { say, text, duration, and } = writing
  const title = say(fr`Données à caractère personnel`, en`Personal data`)
  const anchor = 'article:personal-data'
  if (clauseOf === 'none')
    return {
      anchor,
      title,
      blocks: [
        paragraph(
          say(
            fr`Les prestations ne portent sur aucune donnée à caractère personnel.`,
            en`The services touch no personal data.`,
          ),
        ),
      ],
    }
  const { clause, role, purposes, categories, people, retention, breachNotice } = clauseOf
  const roles = {
    processor: text(
      'sous-traitant au sens de l’article 28 du RGPD',
      'processor in the sense of article 28 of the GDPR',
    ),
    controller: text('responsable du traitement', 'controller'),
    'joint-controllers': text(
      'responsable conjoint du traitement, avec le Client',
      'joint controller, with the Client',
    ),
  }
  const kept =
    retention === undefined
      ? undefined
      : /^P[\dT]/.test(retention)
        ? say(fr`Les données sont conservées ${duration(retention)}.`, en`The data are kept ${duration(retention)}.`)
        : say(fr`Durée de conservation : ${retention}.`, en`Retention: ${retention}.`)
  const items = statedItems(
    [
      [
        clauseOf.instructions,
        text(
          'traitement sur instruction documentée seulement (28, 3, a)',
          'on documented instructions only (28(3)(a))',
        ),
      ],
      [
        clauseOf.confidentiality,
        text('confidentialité des personnes autorisées (28, 3, b)', 'persons bound to confidentiality (28(3)(b))'),
      ],
      [clauseOf.security, text('sécurité du traitement (28, 3, c)', 'security of processing (28(3)(c))')],
      [
        clauseOf.subProcessors,
        text(
          'conditions du recours à d’autres sous-traitants (28, 3, d)',
          'conditions for other processors (28(3)(d))',
        ),
      ],
      [
        clauseOf.dataSubjects,
        text(
          'aide pour répondre aux personnes concernées (28, 3, e)',
          'help to answer the persons concerned (28(3)(e))',
        ),
      ],
      [
        clauseOf.assistance,
        text('aide au titre des articles 32 à 36 (28, 3, f)', 'help with articles 32 to 36 (28(3)(f))'),
      ],
      [
        clauseOf.returnOrErase,
        text(
          'restitution ou effacement au choix du Client (28, 3, g)',
          'return or erasure at the Client’s choice (28(3)(g))',
        ),
      ],
      [clauseOf.audit, text('informations et audits (28, 3, h)', 'information and audits (28(3)(h))')],
    ],
    writing,
  )
  return {
    anchor,
    title,
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'personalData',
        clause,
        title: say(fr`Traitement confié au Prestataire`, en`Processing entrusted to the Provider`),
        blocks: [
          paragraph(
            sentences(
              role === undefined
                ? undefined
                : say(
                    fr`Pour ces données, le Prestataire est ${roles[role]}.`,
                    en`For these data the Provider is ${roles[role]}.`,
                  ),
              purposes && say(fr`Nature et finalités : ${and(purposes)}.`, en`Nature and purposes: ${and(purposes)}.`),
              categories &&
                say(fr`Catégories de données : ${and(categories)}.`, en`Categories of data: ${and(categories)}.`),
              people && say(fr`Personnes concernées : ${and(people)}.`, en`Persons concerned: ${and(people)}.`),
              kept,
              breachNotice === undefined
                ? undefined
                : say(
                    fr`Toute violation de données est notifiée au Client dans un délai de ${duration(breachNotice)}.`,
                    en`Any data breach is notified to the Client within ${duration(breachNotice)}.`,
                  ),
            ),
          ),
          ...(items.length === 0
            ? []
            : [paragraph(say(fr`Mentions de l’article 28 du RGPD :`, en`Items of article 28 of the GDPR:`)), ...items]),
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

function doraSubject(items: Governance['dora'], critical: boolean | undefined, writing: Writing): Subject {
  const { say, text } = writing
  const stated = items ?? {}
  const lines = statedItems(
    [
      [
        stated.services,
        text(
          'description des services et conditions de la sous-traitance (30, 2, a)',
          'services and conditions of subcontracting (30(2)(a))',
        ),
      ],
      [
        stated.locations,
        text('lieux des services et des données (30, 2, b)', 'places of services and data (30(2)(b))'),
      ],
      [stated.dataProtection, text('protection des données (30, 2, c)', 'protection of data (30(2)(c))')],
      [
        stated.dataAccess,
        text(
          'accès aux données, récupération et restitution (30, 2, d)',
          'access to, recovery and return of data (30(2)(d))',
        ),
      ],
      [stated.serviceLevels, text('niveaux de service (30, 2, e)', 'service levels (30(2)(e))')],
      [stated.incidentAssistance, text('assistance en cas d’incident (30, 2, f)', 'help in an incident (30(2)(f))')],
      [
        stated.authorities,
        text('coopération avec les autorités (30, 2, g)', 'cooperation with the authorities (30(2)(g))'),
      ],
      [
        stated.termination,
        text('droits de résiliation et préavis (30, 2, h)', 'rights of termination and notice (30(2)(h))'),
      ],
      [stated.training, text('sensibilisation et formation (30, 2, i)', 'awareness and training (30(2)(i))')],
      [stated.targets, text('objectifs quantitatifs de service (30, 3, a)', 'quantitative service targets (30(3)(a))')],
      [
        stated.reporting,
        text('préavis et obligations d’information (30, 3, b)', 'notice periods and reporting duties (30(3)(b))'),
      ],
      [stated.continuity, text('plans de continuité, testés (30, 3, c)', 'contingency plans, tested (30(3)(c))')],
      [
        stated.penetrationTests,
        text('tests de pénétration fondés sur la menace (30, 3, d)', 'threat-led penetration tests (30(3)(d))'),
      ],
      [
        stated.audit,
        text('droit d’accès, d’inspection et d’audit (30, 3, e)', 'right to access, inspect and audit (30(3)(e))'),
      ],
      [
        stated.exit,
        text(
          'stratégie de sortie et période de transition (30, 3, f)',
          'exit strategy and transition period (30(3)(f))',
        ),
      ],
    ],
    writing,
  )
  return {
    anchor: 'article:dora',
    title: say(fr`Entité financière (règlement DORA)`, en`Financial entity (DORA)`),
    blocks: [
      ...(critical === undefined
        ? []
        : [
            paragraph(
              critical
                ? say(
                    fr`Les prestations soutiennent une fonction critique ou importante du Client.`,
                    en`The services support a critical or important function of the Client.`,
                  )
                : say(
                    fr`Les prestations ne soutiennent aucune fonction critique ou importante du Client.`,
                    en`The services support no critical or important function of the Client.`,
                  ),
            ),
          ]),
      ...(lines.length === 0
        ? []
        : [
            paragraph(
              say(
                fr`Stipulations de l’article 30 du règlement (UE) 2022/2554 :`,
                en`Provisions of article 30 of Regulation (EU) 2022/2554:`,
              ),
            ),
            ...lines,
          ]),
    ],
  }
}
