import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { isBackup, isPatch, isRestoreTest } from '../../commitments/lint/control-subject.ts'
import type { Contract } from '../contract.ts'
import { isWholeContract } from './whole-contract.ts'

/** A contract that proves no backup, no test of restoration or no delay of patches. */
export const uncontrolledBackup: LintRule<Contract> = {
  id: 'BK01',
  severity: 'warning',
  title: localise('Sauvegardes ou correctifs non contrôlés', 'Backups or patches without a control'),
  why: localise(
    'Une sauvegarde jamais restaurée ou un correctif jamais posé ne se découvrent que le jour du sinistre.',
    'A backup never restored or a patch never applied is found out only on the day of the disaster.',
  ),
  mend: localise(
    'Ajoutez des contrôles : sauvegarde (every: P1D), test de restauration (every: P6M), correctifs critiques (within: P14D).',
    'Add controls: backup (every: P1D), test of restoration (every: P6M), critical patches (within: P14D).',
  ),
  find(contract) {
    const { controls = [] } = contract.commitments
    if (controls.length === 0 && !isWholeContract(contract)) return []
    const missing = SUBJECTS.filter(({ is }) => !controls.some(({ control }) => is(control)))
    if (missing.length === 0) return []
    return [
      {
        path: ['commitments', 'controls'],
        message: localise(
          `Aucun contrôle ne prouve : ${missing.map(({ name }) => name.fr).join(', ')}.`,
          `No control proves: ${missing.map(({ name }) => name.en).join(', ')}.`,
        ),
      },
    ]
  },
}

const SUBJECTS = [
  { name: localise('la sauvegarde', 'the backup'), is: isBackup },
  { name: localise('le test de restauration', 'the test of restoration'), is: isRestoreTest },
  { name: localise('le délai des correctifs', 'the delay of patches'), is: isPatch },
] as const
