import type { Penalty } from '../clause-types.ts'
import type { Inline } from '../document-model.ts'
import { en, fr, inlineOf, joined } from '../inline.ts'
import { present } from '../parts.ts'
import { saySum } from '../sums.ts'
import { measureName, ticketsTitle } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { controlName } from './controls.ts'
import { KPI_NAMES } from './kpi-names.ts'

type Caps = NonNullable<Penalty['cap']>

/** A commitment by its clause and what it promises. */
export function commitmentName(id: string, writing: Writing): Inline {
  const { contract, text, name, say } = writing
  const target = contract.commitments.targets.find((one) => one.id === id)
  const control = contract.commitments.controls?.find((one) => one.id === id)
  if (target?.label !== undefined || control?.label !== undefined) return [name('commitment', id)]
  if (target?.type === 'ticket')
    return say(
      fr`${measureName(target.measure, text)} des ${ticketsTitle(target.when, writing)}`,
      en`${measureName(target.measure, text)} of ${ticketsTitle(target.when, writing)}`,
    )
  if (target?.type === 'availability')
    return joined([text('disponibilité de ', 'availability of '), name('service', target.service)])
  if (control !== undefined) return inlineOf(controlName(control.control, text))
  const kpi = contract.followUp.kpis.find((one) => one.id === id)
  if (kpi === undefined) return inlineOf(id)
  return [{ ...name('kpi', id), text: kpi.label ?? KPI_NAMES[id]?.[writing.language].name ?? id }]
}

/** Caps of a penalty, or of all. */
export function capsText(caps: Caps, writing: Writing): Inline {
  const { say, and } = writing
  const { event, month, year, contract } = caps
  const parts = present(
    event && say(fr`${saySum(event, writing)} par événement`, en`${saySum(event, writing)} for each event`),
    month && say(fr`${saySum(month, writing)} par mois`, en`${saySum(month, writing)} a month`),
    year &&
      say(
        fr`${saySum(year, writing)} par année de contrat`,
        en`${saySum(year, writing)} for each year of the contract`,
      ),
    contract &&
      say(fr`${saySum(contract, writing)} sur la durée du contrat`, en`${saySum(contract, writing)} over the contract`),
  )
  return parts.length === 0 ? [] : say(fr`Plafond : ${and(parts)}.`, en`Cap: ${and(parts)}.`)
}
