import type { Language } from '@vigie/engine'
import type { VerdictOutcome } from '@vigie/engine/scope'

/** The words of the scope page. */
export type ScopeWords = {
  readonly title: string
  readonly version: (version: string) => string
  readonly coverage: string
  readonly counts: (decided: string, cells: string) => string
  readonly complete: string
  readonly gaps: string
  readonly gapsLead: string
  readonly conflicts: string
  readonly conflictsLead: string
  readonly twoRules: string
  readonly outside: string
  readonly matrix: string
  readonly matrixLead: string
  readonly unsplit: (names: string) => string
  readonly everywhere: string
  readonly asset: string
  readonly prices: string
  readonly clause: (clause: string) => string
  readonly cells: (size: string) => string
  readonly short: Readonly<Record<VerdictOutcome, string>>
}

export const scopeWords: Readonly<Record<Language, ScopeWords>> = {
  fr: {
    title: 'Périmètre du contrat',
    version: (version) => `version ${version}`,
    coverage: 'Ce que le contrat décide',
    counts: (decided, cells) => `${decided} cas sur ${cells}`,
    complete: 'Aucun trou, aucune contradiction : chaque cas a une seule réponse.',
    gaps: 'Trous',
    gapsLead: 'Aucune règle du contrat ne répond à ces cas.',
    conflicts: 'Contradictions',
    conflictsLead: 'Ces règles donnent des réponses différentes aux mêmes cas, sans que l’une écarte l’autre.',
    twoRules: 'Deux règles sont citées par ligne ; d’autres peuvent s’y ajouter.',
    outside: 'Sites hors de toute zone du prestataire',
    matrix: 'Matrice',
    matrixLead:
      'Une ligne par classe d’équipements, une colonne par type d’intervention ; sous chaque réponse, sa clause.',
    unsplit: (names) => `Une case à plusieurs réponses dépend de : ${names}.`,
    everywhere: 'Partout',
    asset: 'Équipements',
    prices: 'Articles du bordereau de prix',
    clause: (clause) => `clause ${clause}`,
    cells: (size) => `${size} cas`,
    short: {
      included: 'Compris',
      'on-demand': 'À la demande',
      excluded: 'Exclu',
      client: 'Client',
      'third-party': 'Tiers',
      gap: 'Trou',
      conflict: 'Contradiction',
      undetermined: 'Selon le cas',
      unserved: 'Non desservi',
    },
  },
  en: {
    title: 'Scope of the contract',
    version: (version) => `version ${version}`,
    coverage: 'What the contract decides',
    counts: (decided, cells) => `${decided} of ${cells} cells`,
    complete: 'No gap, no conflict: every case has one answer.',
    gaps: 'Gaps',
    gapsLead: 'No rule of the contract answers these cases.',
    conflicts: 'Conflicts',
    conflictsLead: 'These rules give different answers to the same cases, none overriding the other.',
    twoRules: 'Each line names two rules; others may join them.',
    outside: 'Sites outside every zone of the provider',
    matrix: 'Matrix',
    matrixLead: 'A row for each asset class, a column for each type of intervention; under each answer, its clause.',
    unsplit: (names) => `A cell with several answers depends on: ${names}.`,
    everywhere: 'Everywhere',
    asset: 'Assets',
    prices: 'Items of the price book',
    clause: (clause) => `clause ${clause}`,
    cells: (size) => `${size} ${size === '1' ? 'cell' : 'cells'}`,
    short: {
      included: 'Included',
      'on-demand': 'On demand',
      excluded: 'Excluded',
      client: 'Client',
      'third-party': 'Third party',
      gap: 'Gap',
      conflict: 'Conflict',
      undetermined: 'Depends',
      unserved: 'Not served',
    },
  },
}
