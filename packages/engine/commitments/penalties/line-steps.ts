import type { Localised } from '../../base/message.ts'
import { formatMinor } from '../../base/money.ts'
import { type Ratio, ratioOf } from '../../base/ratio.ts'
import { sayMoney } from '../../base/say-money.ts'
import { lateText } from './breach-amounts.ts'
import type { ClaimStanding, MonthActs } from './month-acts.ts'
import type { DueState, PenaltyStep } from './penalty.ts'
import type { Breach, PenaltyMonth } from './penalty-month.ts'
import { exactText } from './say-figure.ts'

/** How late the breach is, in counted time. */
export function latenessStep({ lateness }: Breach, clause: string): PenaltyStep {
  const { fr, en } = lateText(lateness)
  return stepOf('lateness', String(lateness.milliseconds / 1000), clause, {
    fr: `temps compté au-delà de la cible\u00a0: ${fr}`,
    en: `counted time beyond the target: ${en}`,
  })
}

/** The amount rounded to the cent. */
export function roundedStep(minor: bigint, { currency }: PenaltyMonth, clause: string): PenaltyStep {
  const { fr, en } = sayMoney({ numerator: minor, denominator: 100n }, currency)
  return stepOf('rounded', formatMinor(minor), clause, {
    fr: `arrondi au centime\u00a0: ${fr}`,
    en: `rounded to the cent: ${en}`,
  })
}

/** What a cap of the rule leaves: `kept` hundredths, less than the limit where the event has cost before. */
export function capStep(limit: Ratio, { currency }: PenaltyMonth, clause: string, kept: bigint): PenaltyStep {
  const text = sayMoney(limit, currency)
  const left = ratioOf(kept, 100n)
  const rest = sayMoney(left, currency)
  return stepOf('cap', exactText(left, 2), clause, {
    fr: `plafond de la règle pour l’événement ${text.fr}\u00a0: ${rest.fr}`,
    en: `cap of the rule for the event ${text.en}: ${rest.en}`,
  })
}

/** Why an amount is not simply due, or what made it so. */
export function stateSteps(
  state: DueState,
  waivedBy: string | undefined,
  clause: string,
  noticedOn?: string,
): readonly PenaltyStep[] {
  switch (state) {
    case 'waived':
      return [waivedBy === undefined ? freeStep(clause) : waivedStep(waivedBy, clause)]
    case 'accrued':
      return [
        stepOf('accrued', 'accrued', clause, {
          fr: 'le délai court encore\u00a0: montant acquis à ce jour, exigible au mois de son arrêt',
          en: 'the clock still runs: accrued so far, due in the month of its stop',
        }),
      ]
    case 'calculable':
      return [
        stepOf('notice', 'required', clause, {
          fr: 'calculable, non encourue avant la mise en demeure',
          en: 'calculable, not incurred until the notice',
        }),
      ]
    case 'due':
      return noticedOn === undefined
        ? []
        : [
            stepOf('notice', 'given', clause, {
              fr: `encourue\u00a0: mise en demeure du ${noticedOn}`,
              en: `incurred: notice given on ${noticedOn}`,
            }),
          ]
    case 'unknown':
      return []
  }
}

/** Whether the amount was claimed in its time; nothing where that is not known, or still open. */
export function claimSteps(
  claim: ClaimStanding | undefined,
  clause: string,
  say: MonthActs['say'],
): readonly PenaltyStep[] {
  if (claim === undefined) return []
  const until = say(claim.until)
  const on = claim.at === undefined ? '' : say(claim.at)
  return [stepOf('claim', claim.state, clause, CLAIMED[claim.state](on, until))]
}

const CLAIMED: { readonly [S in ClaimStanding['state']]: (on: string, until: string) => Localised } = {
  'in-time': (on, until) => ({
    fr: `réclamée le ${on}, dans le délai (jusqu’au ${until})`,
    en: `claimed on ${on}, in time (until ${until})`,
  }),
  late: (on, until) => ({
    fr: `réclamée le ${on}, hors délai (jusqu’au ${until})`,
    en: `claimed on ${on}, out of time (until ${until})`,
  }),
  unclaimed: (_, until) => ({
    fr: `non réclamée dans le délai (jusqu’au ${until})`,
    en: `not claimed in its time (until ${until})`,
  }),
}

function freeStep(clause: string): PenaltyStep {
  return stepOf('deductible', 'free', clause, {
    fr: 'franchise\u00a0: ce manquement n’est pas pénalisé',
    en: 'deductible: this breach is free',
  })
}

function waivedStep(phase: string, clause: string): PenaltyStep {
  return stepOf('phase', phase, clause, {
    fr: `phase «\u00a0${phase}\u00a0»\u00a0: pénalités non appliquées`,
    en: `phase "${phase}": penalties waived`,
  })
}

export function stepOf(what: PenaltyStep['what'], value: string, clause: string, message: Localised): PenaltyStep {
  return { what, value, clause, message }
}
