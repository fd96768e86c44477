import type { Contract, ContractChange, ContractPart, Language, Localised } from '@vigie/engine'

const parts: { readonly [P in ContractPart]: Localised } = {
  identity: { fr: 'Contrat', en: 'Contract' },
  calendars: { fr: 'Calendriers', en: 'Calendars' },
  scope: { fr: '1. Périmètre', en: '1. Scope' },
  commitments: { fr: '2. Engagements', en: '2. Commitments' },
  phases: { fr: 'Phases', en: 'Phases' },
  'follow-up': { fr: '3. Suivi', en: '3. Follow-up' },
  governance: { fr: '4. Gouvernance', en: '4. Governance' },
  exit: { fr: '5. Réversibilité', en: '5. Exit' },
  evolution: { fr: '6. Évolution', en: '6. Evolution' },
}

const signs: { readonly [K in ContractChange['kind']]: string } = {
  added: '+',
  removed: '−',
  changed: '≠',
  reordered: '↕',
}

/** The changes in the order of the contract, one a line under its chapter. */
export function showDiff(
  before: Contract,
  after: Contract,
  changes: readonly ContractChange[],
  language: Language,
): string {
  const title = `${nameOf(before, language)} → ${nameOf(after, language)}`
  if (changes.length === 0) {
    return `${title}\n\n${language === 'fr' ? 'Aucune différence.' : 'No difference.'}\n`
  }
  const count = changes.length
  const total =
    language === 'fr'
      ? `${count} ${count < 2 ? 'différence' : 'différences'}`
      : `${count} ${count === 1 ? 'difference' : 'differences'}`
  return `${title}\n${total}\n\n${showChanges(changes, language)}\n`
}

/** The same without a title. */
export function showChanges(changes: readonly ContractChange[], language: Language): string {
  return [...Map.groupBy(changes, ({ part }) => part)]
    .map(([part, ofPart]) => {
      const lines = ofPart.map(({ kind, message }) => `  ${signs[kind]} ${message[language]}`)
      return [parts[part][language], ...lines].join('\n')
    })
    .join('\n\n')
}

function nameOf({ title, version, effectiveFrom }: Contract, language: Language): string {
  return language === 'fr'
    ? `${title} (version ${version}, en vigueur le ${effectiveFrom})`
    : `${title} (version ${version}, in force on ${effectiveFrom})`
}
