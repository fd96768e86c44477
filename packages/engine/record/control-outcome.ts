export const CONTROL_OUTCOMES = ['success', 'failure', 'partial', 'needed', 'unknown', 'retired'] as const

/**
 * What one fact says of a control. `needed`: it has to be done from then on (a critical patch came out). `retired`: its
 * subject left the population. Only `success` is ever a success.
 */
export type ControlOutcome = (typeof CONTROL_OUTCOMES)[number]

/** Reads the word of a source, in any case: the outcome itself, or a usual word for it, English or French. */
export function controlOutcomeOf(word: string): ControlOutcome | undefined {
  return WORDS.get(word.trim().normalize('NFC').toLowerCase())
}

const SYNONYMS: Readonly<Record<ControlOutcome, readonly string[]>> = {
  success: [
    'ok',
    'succeeded',
    'successful',
    'done',
    'passed',
    'pass',
    'compliant',
    'succès',
    'réussi',
    'réussie',
    'fait',
    'faite',
    'conforme',
  ],
  failure: [
    'failed',
    'fail',
    'error',
    'ko',
    'missed',
    'non-compliant',
    'échec',
    'échoué',
    'échouée',
    'erreur',
    'manqué',
    'non conforme',
  ],
  partial: ['partially', 'warning', 'incomplete', 'partiel', 'partielle', 'avertissement', 'incomplet'],
  needed: ['required', 'due', 'nécessaire', 'requis', 'à faire'],
  unknown: ['none', 'unverified', 'inconnu', 'non vérifié'],
  retired: ['decommissioned', 'removed', 'retiré', 'retirée', 'décommissionné'],
}

const WORDS: ReadonlyMap<string, ControlOutcome> = new Map(
  CONTROL_OUTCOMES.flatMap((outcome) => [outcome, ...SYNONYMS[outcome]].map((word) => [word, outcome] as const)),
)
