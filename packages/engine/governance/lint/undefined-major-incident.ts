import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { GovernanceChapter } from '../clause-schema.ts'

/** No escalation of a major incident, or one without its definition, its cadence of updates, the delay of its review. */
export const undefinedMajorIncident: LintRule<GovernanceChapter> = {
  id: 'GO04',
  severity: 'warning',
  title: localise('Incident majeur non défini', 'Major incident not defined'),
  why: localise(
    'Le jour de la crise, on discute de savoir si c’en est une, à quel rythme informer, et qui rend compte.',
    'On the day of the crisis, people argue whether it is one, how often to report, and who accounts for it.',
  ),
  mend: localise(
    'Ajoutez une escalade avec when: { major: true }, definition, updates et reviewDue.',
    'Add an escalation with when: { major: true }, definition, updates and reviewDue.',
  ),
  find({ escalation = [], committees }) {
    const majors = escalation.filter(({ when, definition }) => when?.major === true || definition !== undefined)
    // Roles alone are a directory, for the recipients of a report.
    if (majors.length === 0 && escalation.length === 0 && committees === undefined) return []
    if (majors.length === 0) {
      return [
        {
          path: ['escalation'],
          message: localise(
            'Incident majeur non défini : aucune escalade ne le prévoit.',
            'Major incident not defined: no escalation foresees it.',
          ),
        },
      ]
    }
    return majors.flatMap((major) => {
      const missing = PARTS.filter(({ key }) => major[key] === undefined)
      if (missing.length === 0) return []
      return [
        {
          path: ['escalation', escalation.indexOf(major)],
          ...numbered(major.clause),
          message: localise(
            `Incident majeur incomplet : il manque ${missing.map(({ fr }) => fr).join(', ')}.`,
            `Major incident incomplete: ${missing.map(({ en }) => en).join(', ')} missing.`,
          ),
        },
      ]
    })
  },
}

const PARTS = [
  { key: 'definition', fr: 'sa définition (definition)', en: 'its definition (definition)' },
  { key: 'updates', fr: 'le rythme des points d’information (updates)', en: 'the cadence of updates (updates)' },
  { key: 'reviewDue', fr: 'le délai du bilan (reviewDue)', en: 'the delay of the review (reviewDue)' },
] as const
