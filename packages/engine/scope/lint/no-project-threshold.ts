import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { ScopeChapter } from '../clause-schema.ts'

/** Nothing says from what size a request becomes a project, billed apart. */
export const noProjectThreshold: LintRule<ScopeChapter> = {
  id: 'SC06',
  severity: 'warning',
  title: localise('Seuil forfait/projet indéfini', 'No threshold between fee and project'),
  why: localise(
    'Sans seuil, toute demande un peu longue devient un débat : comprise pour le client, projet pour le prestataire.',
    'Without a threshold every longer request becomes a debate: included for the client, a project for the provider.',
  ),
  mend: localise(
    'Écrivez un seuil avec son unité : projectThreshold: { days: 0.5 }.',
    'Write a threshold with its unit: projectThreshold: { days: 0.5 }.',
  ),
  find({ projectThreshold, rules }) {
    if (rules === undefined || projectThreshold !== undefined) return []
    return [
      {
        path: ['projectThreshold'],
        message: localise(
          'Rien ne dit à partir de quand une demande devient un projet facturé à part.',
          'Nothing says from when a request becomes a project, billed apart.',
        ),
      },
    ]
  },
}
