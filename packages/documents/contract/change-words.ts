import type { Language } from '@vigie/engine'
import { formatDate } from '../format/date.ts'
import type { Cover, DocumentModel } from './document-model.ts'

/** How changes are called beside their marks, so that no meaning is carried by colour alone. */
export const CHANGE_WORDS: { readonly [L in Language]: { readonly inserted: string; readonly deleted: string } } = {
  fr: { inserted: 'ajouté', deleted: 'supprimé' },
  en: { inserted: 'added', deleted: 'deleted' },
}

/** The legend of a document that shows changes; undefined where it shows none. */
export function changeLegend({ language, revisions }: DocumentModel): string | undefined {
  if (revisions.length === 0) return undefined
  const acts = revisions.map(({ author, date }) => `${author} (${formatDate(date, language)})`).join('\u202f; ')
  return language === 'fr'
    ? `Ce qui est ajouté est souligné, ce qui est supprimé est barré. Modifications\u00a0: ${acts}.`
    : `What is added is underlined, what is deleted is struck through. Changes: ${acts.replaceAll('\u202f; ', '; ')}.`
}

/** A cover whose title is the new one alone, for a banner that bears no marks; a change of title is a fact under it. */
export function bannerCover({ cover, language }: DocumentModel): Cover {
  if (!cover.title.some(({ change }) => change !== undefined)) return cover
  const title = cover.title.filter(({ change }) => change?.kind !== 'deleted').map(({ change: _, ...run }) => run)
  const term = [{ text: language === 'fr' ? 'Intitulé' : 'Title' }]
  return { ...cover, title, blocks: [{ kind: 'fact', term, text: cover.title }, ...cover.blocks] }
}
