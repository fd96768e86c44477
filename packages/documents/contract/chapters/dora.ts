import type { Governance } from '../clause-types.ts'
import { en, fr } from '../inline.ts'
import { paragraph, type Subject } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { statedItems } from './stated-items.ts'

/** What a financial entity needs (Regulation (EU) 2022/2554, article 30). */
export function doraSubject(items: Governance['dora'], critical: boolean | undefined, writing: Writing): Subject {
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
