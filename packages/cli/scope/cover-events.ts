import {
  type Contract,
  coverTickets,
  type FactSpan,
  type Language,
  type QuotaUse,
  type TicketAnswer,
  type TicketCoverage,
} from '@vigie/engine'
import { coveragePercent, sayOutcome } from '@vigie/engine/scope'
import type { Arguments } from '../command.ts'
import { CommandFailure } from '../failure.ts'
import { readAskedPeriod } from '../judged-facts.ts'
import { loadContract } from '../load-contract.ts'
import { loadRecord } from '../load-record.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { groupDigits } from './group-digits.ts'

/** `vigie scope CONTRACT --tickets EVENTS`: what the scope says of the tickets of a period, as text or as JSON. */
export async function coverEvents(
  given: Arguments,
  eventsPath: string,
  asked: Language | undefined,
  json: boolean,
): Promise<string> {
  const [path = ''] = given.positionals
  const contract = await loadContract(path, { withAmendments: !given.has('no-amendments'), language: asked })
  const [first] = contract.versions
  const { language: own, timeZone } = first
  const language = asked ?? own
  const { record } = await loadRecord(eventsPath, given.text('time-zone'), language)
  const period = readAskedPeriod(given, timeZone, record) ?? wholeRecord(record)
  const coverage = coverTickets({ contract, record, period, at: Math.max(period.to, record.lastAt ?? period.to) })
  const last = contract.versions.at(-1) ?? first
  return json
    ? `${JSON.stringify({ ...jsonOf(coverage), ...noticeKey(last, language) }, null, 2)}\n`
    : `${noticeLines(last, language)}${shown(coverage, last, language)}`
}

function wholeRecord({ firstAt, lastAt }: FactSpan) {
  if (firstAt === undefined || lastAt === undefined) {
    throw new CommandFailure({
      fr: 'le journal ne contient aucun fait : indiquer une période',
      en: 'the log holds no fact: name a period',
    })
  }
  return { from: firstAt, to: lastAt + 1, label: '' }
}

function jsonOf({ tickets, decided, answers, quotas }: TicketCoverage): object {
  return {
    tickets,
    decided,
    percent: coveragePercent({ cells: tickets, decided }),
    answers,
    quotas: quotas.map(({ window, ...use }) => ({ ...use, window: window.label })),
  }
}

function shown({ tickets, decided, answers, quotas }: TicketCoverage, contract: Contract, language: Language): string {
  const { title } = contract
  const nameOf = priceNames(contract)
  const fr = language === 'fr'
  const percent = coveragePercent({ cells: tickets, decided }).replace('.', fr ? ',' : '.')
  const number = (count: number) => groupDigits(count, language)
  const summary = fr
    ? `${title} : le périmètre décide ${number(decided)} tickets sur ${number(tickets)} (${percent}\u00a0%).`
    : `${title}: the scope decides ${number(decided)} of ${number(tickets)} tickets (${percent}%).`
  const lines = answers.map((answer) => `  ${number(answer.count).padStart(7)}  ${sayAnswer(answer, nameOf, language)}`)
  const used = quotas.map((use) => `  ${sayQuota(use, nameOf, language)}`)
  const heading = used.length === 0 ? [] : ['', fr ? 'Quotas compris dans le forfait' : 'Quotas in the fee']
  return `${[summary, ...lines, ...heading, ...used].join('\n')}\n`
}

type NameOf = (id: string) => string

function priceNames({ chapters }: Contract): NameOf {
  const labels = new Map((chapters.evolution?.pricing?.items ?? []).map(({ id, label }) => [id, label ?? id]))
  return (id) => labels.get(id) ?? id
}

function sayAnswer(
  { clause, tickets, count, missing, ...answer }: TicketAnswer,
  nameOf: NameOf,
  language: Language,
): string {
  const words = sayOutcome(answer, nameOf)[language]
  const by = clause === null ? '' : ` (clause ${clause})`
  const lacking = missing === undefined || missing.length === 0 ? '' : ` [${missing.join(', ')}]`
  const more = count > tickets.length ? ', …' : ''
  const named = clause === null ? `${language === 'fr' ? ' : ' : ': '}${tickets.join(', ')}${more}` : ''
  return `${words}${by}${lacking}${named}`
}

function sayQuota(
  { clause, quota, window, used, countBeyond, beyond }: QuotaUse,
  nameOf: NameOf,
  language: Language,
): string {
  const unit = quota.unit ?? 'ticket'
  const taken = unit === 'hour' ? `${used} min / ${Number(quota.count) * 60} min` : `${used} / ${quota.count}`
  const { then: outcome, price } = quota.beyond
  const over = sayOutcome({ outcome, ...(price !== undefined && { price }) }, nameOf)[language]
  const more = countBeyond > beyond.length ? ', …' : ''
  const beyondText = countBeyond === 0 ? '' : ` ; ${countBeyond} ${over} : ${beyond.join(', ')}${more}`
  const text = `${window.label}  clause ${clause} : ${UNITS[unit][language]} ${taken}${beyondText}`
  return language === 'fr' ? text : text.replaceAll(' : ', ': ').replaceAll(' ; ', '; ')
}

const UNITS = {
  ticket: { fr: 'tickets', en: 'tickets' },
  visit: { fr: 'déplacements', en: 'visits' },
  hour: { fr: 'temps', en: 'time' },
} as const
