import { type Contract, evaluate, type Language, type PenaltyAssessment, type PenaltyLine } from '@vigie/engine'
import { findZone, parseCivilDate } from '@vigie/engine/calendar'
import { formatMoney } from '../format/money.ts'
import { inventBreach } from './invent-breach.ts'
import type { WorkedExample } from './worked-example.ts'

/**
 * One example of each penalty of a version, computed by the engine on an invented breach of the first commitment that
 * it sanctions, in the first month in which penalties are due. A penalty of which no such example can be made (a control
 * that recurs less than daily, a fee without amount) has none.
 */
export function workExamples(contract: Contract, language: Language): readonly WorkedExample[] {
  const month = firstDueMonth(contract)
  if (month === undefined) return []
  return (contract.commitments.penalties ?? []).flatMap((penalty) => {
    const [commitment = ''] = penalty.for
    const breach = inventBreach(contract, penalty, commitment, month, language)
    if (breach === undefined) return []
    const evaluation = evaluate({
      contract: { id: contract.id, versions: [contract] },
      record: breach.record,
      period: breach.period,
      penalties: { outages: breach.outages, controls: breach.controls },
    })
    if (!evaluation.ok || evaluation.assessment.penalties === undefined) return []
    const { lines, capLines } = evaluation.assessment.penalties
    const own = lines.filter((line) => line.penalty === penalty.id && line.kind !== 'bonus' && line.amount !== null)
    const shown = own.filter(({ ticket }) => ticket === own[0]?.ticket && own.length > 0)
    const first = shown[0]
    if (first === undefined) return []
    const caps = capLines.filter((cap) => cap.penalty === penalty.id && cap.cap === 'event' && isOf(cap.event, first))
    return [
      {
        penalty: penalty.id,
        clause: penalty.clause ?? penalty.id,
        commitment,
        situation: breach.situation,
        steps: [...shown.flatMap((line) => stepsOf(line, language)), ...caps.map((cap) => capStep(cap, language))],
        amount: money(
          [...shown.map(({ amount }) => amount?.minor ?? 0n), ...caps.map(({ amount }) => amount.minor)],
          contract.currency,
          language,
        ),
      },
    ]
  })
}

type Cap = PenaltyAssessment['capLines'][number]

function isOf(event: string | undefined, { ticket, commitment }: PenaltyLine): boolean {
  return event === undefined || event === ticket || event === commitment
}

function stepsOf({ chain }: PenaltyLine, language: Language) {
  return chain
    .filter(({ what }) => what !== 'notice' && what !== 'phase')
    .map(({ message, clause }) => ({ words: message[language], clause }))
}

function capStep({ message, clause }: Cap, language: Language) {
  return { words: message[language], clause }
}

function money(minors: readonly bigint[], currency: string, language: Language): string {
  const minor = minors.reduce((sum, one) => sum + one, 0n)
  const digits = String(minor < 0n ? -minor : minor).padStart(3, '0')
  return formatMoney(`${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currency, language)
}

/** The first whole civil month in which no phase waives penalties, as a period. */
function firstDueMonth({ effectiveFrom, effectiveTo, phases, timeZone, commitments }: Contract): Month | undefined {
  const live = commitments.targets.flatMap((target) =>
    target.type === 'availability' && target.liveFrom !== undefined ? [target.liveFrom] : [],
  )
  const start = [effectiveFrom, ...live].toSorted().at(-1) ?? effectiveFrom
  let [year = 2000, month = 1] = start.split('-').map(Number)
  if (!start.endsWith('-01')) [year, month] = next(year, month)
  const zone = findZone(timeZone)
  for (let tried = 0; zone !== undefined && tried < 60; tried += 1) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`
    const [nextYear, nextMonth] = next(year, month)
    const end = `${nextYear}-${String(nextMonth).padStart(2, '0')}-01`
    if (effectiveTo !== undefined && end > effectiveTo) return undefined
    const phase = phases.find(({ from, to }) => from <= day && (to === undefined || day < to))
    const [first, last] = [parseCivilDate(day), parseCivilDate(end)]
    if (phase?.penalties !== 'waived' && first !== undefined && last !== undefined)
      return { from: zone.startOfDay(first), to: zone.startOfDay(last), label: day.slice(0, 7) }
    ;[year, month] = [nextYear, nextMonth]
  }
  return undefined
}

type Month = { readonly from: number; readonly to: number; readonly label: string }

function next(year: number, month: number): [number, number] {
  return month === 12 ? [year + 1, 1] : [year, month + 1]
}
