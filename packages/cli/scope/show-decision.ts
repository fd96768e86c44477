import type { Language } from '@vigie/engine'
import { type ScopeVerdict, sayOutcome } from '@vigie/engine/scope'

/** One decision in plain words: the verdict first, then the clause, then why. */
export function showDecision(
  verdict: ScopeVerdict,
  contract: { readonly id: string; readonly version: string },
  nameOf: (id: string) => string,
  language: Language,
): string {
  const source = [
    ...grounds(verdict, language),
    language === 'fr'
      ? `contrat ${contract.id}, version ${contract.version}`
      : `contract ${contract.id}, version ${contract.version}`,
  ]
  const reasons = verdict.because.map((sentence) => `  ${sentence[language]}`)
  return `${[headline(verdict, nameOf, language), source.join(' · '), ...reasons].join('\n')}\n`
}

function headline(verdict: ScopeVerdict, nameOf: (id: string) => string, language: Language): string {
  const { about, zone } = verdict
  const said = sayOutcome(verdict, nameOf)[language]
  const text = about === 'visit' ? visitHeadline(zone?.price, nameOf, language) : said
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`
}

function visitHeadline(price: string | undefined, nameOf: (id: string) => string, language: Language): string {
  if (price === undefined)
    return language === 'fr' ? 'oui, déplacement compris dans le forfait' : 'yes, the visit is included in the fee'
  return language === 'fr'
    ? `oui, déplacement facturé (${nameOf(price)})`
    : `yes, the visit is billed (${nameOf(price)})`
}

function grounds({ about, rule, clause, rules }: ScopeVerdict, language: Language): readonly string[] {
  if (about === 'visit') return [language === 'fr' ? `zone ${rule}` : `zone ${rule}`]
  if (rule !== null) return [`clause ${clause}`, language === 'fr' ? `règle ${rule}` : `rule ${rule}`]
  return rules.length > 0 ? [rules.join(', ')] : []
}
