import type { MeasureKind, Milestone, When } from '@vigie/engine'
import { sayBox } from './boxes.ts'
import type { Inline } from './document-model.ts'
import { en, fr, inlineOf } from './inline.ts'
import type { Writing } from './writing.ts'

type Period = 'month' | 'quarter' | 'year'

/** `la prise en compte`, `the response`. */
export function measureName(measure: MeasureKind, text: Writing['text']): string {
  const names: { readonly [M in MeasureKind]: string } = {
    response: text('prise en compte', 'response'),
    intervention: text('début d’intervention', 'start of intervention'),
    workaround: text('solution de contournement', 'workaround'),
    restoration: text('rétablissement', 'restoration'),
    resolution: text('résolution', 'resolution'),
    closure: text('clôture', 'closure'),
    'update-interval': text('point d’avancement', 'status update'),
  }
  return names[measure]
}

/** `ticket résolu`, `ticket resolved`. */
export function milestoneName(milestone: Milestone, text: Writing['text']): string {
  const names: { readonly [M in Milestone]: string } = {
    acknowledged: text('ticket pris en compte', 'ticket acknowledged'),
    started: text('intervention commencée', 'intervention started'),
    workaround: text('solution de contournement en place', 'workaround in place'),
    restored: text('service rétabli', 'service restored'),
    resolved: text('ticket résolu', 'ticket resolved'),
    closed: text('ticket clos', 'ticket closed'),
  }
  return names[milestone]
}

/** `de chaque mois`. */
export function eachPeriod(over: Period, text: Writing['text']): string {
  return {
    month: text('de chaque mois', 'of each month'),
    quarter: text('de chaque trimestre', 'of each quarter'),
    year: text('de chaque année', 'of each year'),
  }[over]
}

/** `mois`, `month`. */
export function periodName(over: Period, text: Writing['text']): string {
  return { month: text('mois', 'month'), quarter: text('trimestre', 'quarter'), year: text('année', 'year') }[over]
}

/** The tickets of a clause, singular: `tout incident de priorité P1 (sites : Siège)`. */
export function everyTicket(when: When, writing: Writing): Inline {
  const { say, or, text } = writing
  const { kind, priority, ...rest } = when
  const noun = kind === undefined ? say(fr`ticket`, en`ticket`) : or(kind.map((one) => kindWord(one, text)))
  const feminine = kind?.every((one) => one === 'request' || one === 'alert') ?? false
  const ranked =
    priority === undefined
      ? noun
      : say(fr`${noun} de priorité ${or(priority)}`, en`${noun} of priority ${or(priority)}`)
  const box = sayBox(rest, writing)
  const every = say(fr`${feminine ? 'toute' : 'tout'} ${ranked}`, en`every ${ranked}`)
  return box.length === 0 ? every : say(fr`${every} (${box})`, en`${every} (${box})`)
}

/** The tickets of a clause, for a title: `incidents P1`. */
export function ticketsTitle(when: When, writing: Writing): Inline {
  const { say, and, text } = writing
  const { kind, priority, ...rest } = when
  const noun = kind === undefined ? text('tickets', 'tickets') : undefined
  const plural = noun === undefined ? and((kind ?? []).map((one) => kindsWord(one, text))) : inlineOf(noun)
  const ranked = priority === undefined ? plural : say(fr`${plural} ${and(priority)}`, en`${and(priority)} ${plural}`)
  const box = sayBox(rest, writing)
  return box.length === 0 ? ranked : say(fr`${ranked} (${box})`, en`${ranked} (${box})`)
}

/** A kind of ticket in words; another stands as written. */
export function kindWord(kind: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    incident: text('incident', 'incident'),
    request: text('demande', 'request'),
    change: text('changement', 'change'),
    problem: text('problème', 'problem'),
    alert: text('alerte', 'alert'),
  }
  return names[kind] ?? kind
}

function kindsWord(kind: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    incident: text('incidents', 'incidents'),
    request: text('demandes', 'requests'),
    change: text('changements', 'changes'),
    problem: text('problèmes', 'problems'),
    alert: text('alertes', 'alerts'),
  }
  return names[kind] ?? kind
}
