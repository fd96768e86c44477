import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { EvolutionChapter } from '../clause-schema.ts'
import { type KnownIndex, knownIndex } from '../known-indices.ts'

/** An index that nobody could look up for certain: without publisher, series or base, of another publisher, or stopped. */
export const unidentifiedIndex: LintRule<EvolutionChapter> = {
  id: 'PR02',
  severity: 'error',
  title: localise('Indice mal identifié', 'Index not identified'),
  why: localise(
    'Deux séries du même nom donnent deux prix : sans éditeur, série ni base, la facture ne se vérifie pas.',
    'Two series of one name give two prices: without publisher, series and base, no invoice can be checked.',
  ),
  mend: localise(
    'Nommez un indice connu (syntec-revised), ou décrivez-le : evolution.pricing.indices, avec publisher, series et base.',
    'Name a known index (syntec-revised), or describe it: evolution.pricing.indices, with publisher, series and base.',
  ),
  find({ pricing }) {
    const { revision, indices = [] } = pricing ?? {}
    return (revision?.formula.terms ?? []).flatMap(({ index, base }, place): readonly Violation[] => {
      const known = knownIndex(index)
      const declared = indices.find(({ id }) => id === index)
      const at = { path: ['pricing', 'revision', 'formula', 'terms', place, 'index'], ...numbered(revision?.clause) }
      if (known?.lastMonth !== undefined && 'month' in base && base.month > known.lastMonth) {
        return [{ ...at, ...stopped(index, known.lastMonth) }]
      }
      if (declared === undefined) return known === undefined ? [{ ...at, ...undescribed(index, EVERY_PART) }] : []
      const path = ['pricing', 'indices', indices.indexOf(declared)]
      const { publisher } = declared
      if (known !== undefined)
        return publisher === undefined || isSamePublisher(publisher, known)
          ? []
          : [{ path: [...path, 'publisher'], ...ofAnother(index, publisher, known) }]
      const missing = EVERY_PART.filter(({ key }) => declared[key] === undefined)
      return missing.length === 0 ? [] : [{ path, ...undescribed(index, missing) }]
    })
  },
}

type Part = { readonly key: 'publisher' | 'series' | 'base'; readonly fr: string; readonly en: string }

const EVERY_PART: readonly Part[] = [
  { key: 'publisher', fr: 'éditeur', en: 'publisher' },
  { key: 'series', fr: 'série', en: 'series' },
  { key: 'base', fr: 'base', en: 'base' },
]

function undescribed(index: string, missing: readonly Part[]) {
  const list = (language: 'fr' | 'en') => missing.map((part) => part[language]).join(', ')
  return {
    message: localise(
      `Indice mal identifié : « ${index} » n’a pas de ${list('fr')}.`,
      `The index "${index}" is not identified: no ${list('en')}.`,
    ),
    hint: localise(
      `Décrivez-le dans evolution.pricing.indices : { id: ${index}, publisher: …, series: …, base: … }.`,
      `Describe it in evolution.pricing.indices: { id: ${index}, publisher: …, series: …, base: … }.`,
    ),
  }
}

function ofAnother(index: string, publisher: string, known: KnownIndex) {
  return {
    message: localise(
      `Indice mal identifié : « ${index} » est publié par ${known.publisher}, pas par ${publisher}.`,
      `The index "${index}" is published by ${known.publisher}, not by ${publisher}.`,
    ),
    hint: localise(`Écrivez publisher: ${known.publisher}.`, `Write publisher: ${known.publisher}.`),
  }
}

function stopped(index: string, last: string) {
  return {
    message: localise(
      `Indice mal identifié : la série « ${index} » n’est plus publiée depuis ${last}.`,
      `The series "${index}" is no longer published since ${last}.`,
    ),
    hint: localise('Nommez la série en cours : syntec-revised.', 'Name the current series: syntec-revised.'),
  }
}

function isSamePublisher(text: string, { publisher }: KnownIndex): boolean {
  const [written, right] = [plain(text), plain(publisher)]
  return written === right || (right === 'federation syntec' && written === 'syntec')
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
