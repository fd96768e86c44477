import type { Governance } from '../clause-types.ts'
import { en, fr, sentences } from '../inline.ts'
import { paragraph, type Subject } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { statedItems } from './stated-items.ts'

/** Processing of personal data (GDPR article 28). */
export function personalDataSubject(clauseOf: NonNullable<Governance['personalData']>, writing: Writing): Subject {
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
