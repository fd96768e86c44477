import type { Language } from '@vigie/engine'

const NAMES: Readonly<Record<string, { readonly [L in Language]: string }>> = {
  FR: { fr: 'France', en: 'France' },
  BE: { fr: 'Belgique', en: 'Belgium' },
  CH: { fr: 'Suisse', en: 'Switzerland' },
  LU: { fr: 'Luxembourg', en: 'Luxembourg' },
  DE: { fr: 'Allemagne', en: 'Germany' },
  ES: { fr: 'Espagne', en: 'Spain' },
  IT: { fr: 'Italie', en: 'Italy' },
  NL: { fr: 'Pays-Bas', en: 'Netherlands' },
  PT: { fr: 'Portugal', en: 'Portugal' },
  IE: { fr: 'Irlande', en: 'Ireland' },
  GB: { fr: 'Royaume-Uni', en: 'United Kingdom' },
  US: { fr: 'États-Unis', en: 'United States' },
  CA: { fr: 'Canada', en: 'Canada' },
  MA: { fr: 'Maroc', en: 'Morocco' },
  TN: { fr: 'Tunisie', en: 'Tunisia' },
  MU: { fr: 'Maurice', en: 'Mauritius' },
  MG: { fr: 'Madagascar', en: 'Madagascar' },
  PL: { fr: 'Pologne', en: 'Poland' },
  RO: { fr: 'Roumanie', en: 'Romania' },
  IN: { fr: 'Inde', en: 'India' },
}

/** A country by its name (`FR` → `France`); one that is not in the table stands by its code. */
export function countryName(code: string, language: Language): string {
  return NAMES[code]?.[language] ?? code
}
