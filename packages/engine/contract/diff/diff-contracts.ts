import type { Language, Localised } from '../../base/message.ts'
import type { Contract } from '../contract.ts'
import type { ContractChange, ContractPart } from './contract-change.ts'
import { type Difference, findDifferences, isMap, type NamedElement } from './find-differences.ts'
import { NOUNS, PARTS } from './nouns.ts'
import { isTarget, isUnit, sayCalendar, sayValue, type ValueContext } from './say-value.ts'
import { termIn } from './terms-words.ts'

/**
 * Two contracts clause by clause, in the order of the contract (clause kind: amendment). Elements are found by their ids,
 * wherever they stand. Empty exactly where the two contracts are equal.
 */
export function diffContracts(before: Contract, after: Contract): readonly ContractChange[] {
  return findDifferences(termsOf(before), termsOf(after), isUnit).map((difference) => {
    const was = contextOf(before)
    const is = contextOf(after)
    const { kind, path } = difference
    const element = difference.elements.at(-1)
    const part = partOf(path)
    const subject = subjectOf(difference, kind === 'removed' ? was : is) ?? PARTS[part]
    return {
      kind,
      part,
      path,
      subject,
      ...(element?.clause !== undefined && { clause: element.clause }),
      ...(difference.before !== undefined && { before: difference.before }),
      ...(difference.after !== undefined && { after: difference.after }),
      message: messageOf(difference, subject, was, is),
    }
  })
}

/** The contract as the format orders it; labels say again what scope and services say, `startsOn` what no amendment changes. */
function termsOf({
  labels: _,
  startsOn: __,
  chapters,
  calendars,
  commitments,
  phases,
  followUp,
  ...identity
}: Contract) {
  const { scope, governance, exit, evolution } = chapters
  return { ...identity, calendars, scope, commitments, phases, followUp, governance, exit, evolution }
}

function partOf(path: string): ContractPart {
  const [first = ''] = path.split(/[.[]/)
  switch (first) {
    case 'calendars':
    case 'scope':
    case 'commitments':
    case 'phases':
    case 'governance':
    case 'exit':
    case 'evolution':
      return first
    case 'followUp':
      return 'follow-up'
    default:
      return 'identity'
  }
}

function contextOf(contract: Contract): ValueContext {
  const { calendars, labels, currency } = contract
  return { currency, label: (id) => (Object.hasOwn(calendars, id) ? calendars[id]?.label : labels[id]) }
}

/** The elements that hold the place, the outermost first: `Calendrier « Astreinte », journée particulière …`. */
function subjectOf({ elements }: Difference, context: ValueContext): Localised | undefined {
  if (elements.length === 0) return undefined
  const texts = elements.map((element) => elementText(element, context))
  const said = (language: Language) =>
    texts
      .map(({ [language]: text }, index) => (index === 0 ? text : text.slice(0, 1).toLowerCase() + text.slice(1)))
      .join(', ')
  return { fr: said('fr'), en: said('en') }
}

/** `Engagement 2.4 (P1-RESOLUTION)`, `Calendrier « Astreinte »`. */
function elementText({ list, id, clause }: NamedElement, { label }: ValueContext): Localised {
  const noun = NOUNS[list] ?? { fr: list, en: list }
  const name = label(id)
  const number = clause !== undefined && clause !== id ? clause : undefined
  if (number !== undefined)
    return { fr: `${capital(noun.fr)} ${number} (${id})`, en: `${capital(noun.en)} ${number} (${id})` }
  const said = sayValue(id, 'date', { currency: '', label: () => undefined })
  if (name === undefined) return { fr: `${capital(noun.fr)} ${said.fr}`, en: `${capital(noun.en)} ${said.en}` }
  return { fr: `${capital(noun.fr)} «\u00a0${name}\u00a0»`, en: `${capital(noun.en)} "${name}"` }
}

function messageOf(difference: Difference, subject: Localised, was: ValueContext, is: ValueContext): Localised {
  const { kind, keys, elements, whole, before, after } = difference
  const key = keys.at(-1) ?? ''
  if (whole) {
    const feminine = NOUNS[elements.at(-1)?.list ?? '']?.f === true
    if (kind === 'added') return addedText(subject, feminine, detailsOf(after, elements.at(-1)?.list ?? '', is))
    if (kind === 'removed') return removedText(subject, feminine)
  }
  const on = `${subject.fr}\u00a0: `
  const about = `${subject.en}: `
  const term = termIn(keys.at(-2) ?? '', key) ?? { fr: `«\u00a0${key}\u00a0»`, en: `"${key}"` }
  const plural = term.fr.startsWith('les ')
  switch (kind) {
    case 'reordered':
      return { fr: `${on}l’ordre change (${term.fr}).`, en: `${about}the order changes (${term.en}).` }
    case 'added': {
      const said = sayValue(after, key, is)
      return {
        fr: `${on}${plural ? 's’y ajoutent' : 's’y ajoute'} ${term.fr} (${said.fr}).`,
        en: `${about}now states ${term.en} (${said.en}).`,
      }
    }
    case 'removed': {
      const said = sayValue(before, key, was)
      return {
        fr: `${on}${plural ? 'n’y figurent plus' : 'n’y figure plus'} ${term.fr} (${said.fr}).`,
        en: `${about}no longer states ${term.en} (${said.en}).`,
      }
    }
    case 'changed': {
      const [a, b] = changedValues(before, after, key, was, is)
      return {
        fr: `${on}${term.fr} ${plural ? 'passent' : 'passe'} de ${quoted(a.fr, before, 'fr')} à ${quoted(b.fr, after, 'fr')}.`,
        en: `${about}${term.en} ${plural ? 'go' : 'goes'} from ${quoted(a.en, before, 'en')} to ${quoted(b.en, after, 'en')}.`,
      }
    }
  }
}

/** A target whose calendar stays names it once, at the end. */
function changedValues(before: unknown, after: unknown, key: string, was: ValueContext, is: ValueContext) {
  const both = [sayValue(before, key, was), sayValue(after, key, is)] as const
  if (!isTarget(before) || !isTarget(after)) return both
  const [a, b] = [sayCalendar(before, was), sayCalendar(after, is)]
  if (a === undefined || b === undefined || a.en !== b.en) return both
  const bare = (text: Localised): Localised => ({
    fr: text.fr.slice(0, -(a.fr.length + 3)),
    en: text.en.slice(0, -(a.en.length + 3)),
  })
  return bare(both[0]).en === bare(both[1]).en ? both : ([bare(both[0]), both[1]] as const)
}

/** A long text stands in quotation marks, so that a reader sees where it ends. */
function quoted(text: string, value: unknown, language: Language): string {
  if (isTarget(value) || text.length < 40) return text
  return language === 'fr' ? `«\u00a0${text}\u00a0»` : `"${text}"`
}

function addedText(subject: Localised, feminine: boolean, details: Localised | undefined): Localised {
  const rest = { fr: details ? `\u00a0: ${details.fr}` : '', en: details ? `: ${details.en}` : '' }
  return {
    fr: `${subject.fr} ${feminine ? 'ajoutée' : 'ajouté'}${rest.fr}.`,
    en: `${subject.en} added${rest.en}.`,
  }
}

function removedText(subject: Localised, feminine: boolean): Localised {
  return { fr: `${subject.fr} ${feminine ? 'supprimée' : 'supprimé'}.`, en: `${subject.en} removed.` }
}

const SAID_BY_NAME: ReadonlySet<string> = new Set(['id', 'clause', 'type', 'reason'])

function detailsOf(value: unknown, list: string, context: ValueContext): Localised | undefined {
  if (!isMap(value)) return undefined
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !SAID_BY_NAME.has(key)))
  return Object.keys(rest).length === 0 ? undefined : sayValue(rest, list, context)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
