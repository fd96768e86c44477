import { parseDuration } from '../../base/duration.ts'
import { MILLISECONDS_PER_DAY } from '../../base/instant.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** The notice of a security incident unset, or longer than 24 hours: the client has 72 hours to tell the CNIL, 24 under NIS2. */
export const lateIncidentNotice: LintRule<Contract> = {
  id: 'LE02',
  severity: 'warning',
  title: localise('Notification tardive d’un incident de sécurité', 'Late notice of a security incident'),
  why: localise(
    'Le client a 72 heures pour prévenir la CNIL, 24 sous NIS2 : il lui faut l’information bien avant.',
    'The client has 72 hours to tell the data protection authority, 24 under NIS2: it must know well before.',
  ),
  mend: localise(
    'Écrivez governance.security.incidentNotice: PT24H, ou moins.',
    'Write governance.security.incidentNotice: PT24H, or less.',
  ),
  find(contract) {
    const { governance } = contract.chapters
    const security = governance?.security
    if (security === undefined && (governance === undefined || !isWholeContract(contract))) return []
    const notice = security?.incidentNotice
    const clause = numbered(security?.clause)
    if (notice === undefined)
      return [
        {
          path: security === undefined ? ['governance'] : ['governance', 'security'],
          ...clause,
          message: localise(
            'Le délai d’alerte en cas d’incident de sécurité n’est pas fixé.',
            'The time to tell of a security incident is not set.',
          ),
        },
      ]
    const { months, days, milliseconds } = parseDuration(notice) ?? { months: 0, days: 0, milliseconds: 0 }
    if (months === 0 && days * MILLISECONDS_PER_DAY + milliseconds <= MILLISECONDS_PER_DAY) return []
    return [
      {
        path: ['governance', 'security', 'incidentNotice'],
        ...clause,
        message: localise(
          `Notification tardive : ${notice} pour alerter d’un incident de sécurité, au lieu de 24 heures au plus.`,
          `Late notice: ${notice} to tell of a security incident, instead of 24 hours at most.`,
        ),
      },
    ]
  },
}
