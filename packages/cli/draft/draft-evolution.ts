import type { DraftAnswers } from './draft-answers.ts'
import { chapterLine, wordsOf } from './draft-words.ts'
import { monthsAfter } from './months-after.ts'

export function draftEvolution(answers: DraftAnswers): string {
  const { fee, day, visit, start, signed } = answers
  const say = wordsOf(answers)
  const anniversary = start.slice(5) === '02-29' ? '02-28' : start.slice(5)
  return `${chapterLine(answers, '6. Évolution', '6. Evolution')}
evolution:
  pricing:
    fees: { monthly-fee: { amount: ${fee}, vat: excluded }, annual-fee: { times: 12, of: monthly-fee } }
    items:
      - { id: DAY, label: ${say('Journée de travail', 'Day of work')}, unit: ${say('jour', 'day')}, price: ${day} }
      - { id: VISIT, label: ${say('Déplacement au-delà du forfait', 'Visit beyond the fee')}, unit: ${say('déplacement', 'visit')}, price: ${visit} }
    indices:
      - { id: syntec-revised, label: ${say('Indice Syntec révisé', 'Revised Syntec index')}, publisher: Fédération Syntec, series: ${say('Indice Syntec révisé', 'Revised Syntec index')}, base: ${say('Série ouverte en août 2022', 'Series opened in August 2022')}, publishedAfter: P1M }
    revision:
      clause: "6.1"
      formula: { fixed: 0.15, terms: [{ index: syntec-revised, weight: 0.85, base: { month: ${monthsAfter(signed, -3).slice(0, 7)}, reading: of-month }, current: { lag: P6M, reading: of-month } }] }
      appliesTo: initial-price
      every: P12M
      date: "${anniversary}"
      cap: { share: 3%, of: previous-price }
      floor: { share: 3%, of: previous-price }
      rounding: { coefficient: 0.0001, amount: 0.01, rule: half-up }
      notice: P4M
      validation: express
      onIndexLoss: linking-coefficient
    reprice: { clause: "6.2", by: both, notice: P60D }
    proration: { clause: "6.3", method: days-of-month, atMost: 100% }
    payment: { clause: "6.4", terms: P30D, countedFrom: invoice, disputeWithin: P30D, periodic: month, invoice: [factur-x, pdf] }
  change: { clause: "6.5", quoteWithin: { workingDays: 5, calendar: business }, approver: client-lead, procedure: ${say('Demande écrite, devis, accord selon les pouvoirs, commande', 'Written request, quote, approval within the powers to bind, order')} }
  review: { every: P12M, remind: P2M }
`
}
