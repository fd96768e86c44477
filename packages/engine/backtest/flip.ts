import type { Instant, Milliseconds } from '../base/instant.ts'
import type { Localised } from '../base/message.ts'
import { sayTime } from '../base/say-time.ts'
import { MEASURE_NAMES } from '../commitments/because.ts'
import type { MeasureKind, Target } from '../commitments/clause-types.ts'
import type { Standing } from '../commitments/compliance-result.ts'
import type { Measure, MeasureState } from '../commitments/measure.ts'
import { sayTarget } from '../commitments/say-target.ts'

/** One clock under one of the two contracts. */
export type FlipSide = {
  readonly commitment: string
  readonly clause: string
  readonly contractVersion: string
  readonly standing: Standing
  readonly state: MeasureState
  readonly counted: Milliseconds
  readonly target: Target
  readonly targetMilliseconds?: Milliseconds
  readonly calendar?: string
  readonly dueAt?: Instant
  readonly stoppedAt?: Instant
  readonly priority?: string
}

/** A clock that does not count alike in the period with and without the amendment; absent where it does not count there. */
export type Flip = {
  readonly ticket: string
  readonly measure: MeasureKind
  readonly cycle: number
  readonly before?: FlipSide
  readonly after?: FlipSide
  readonly message: Localised
}

/** What a flip keeps of a measure. */
export function flipSide(measure: Measure, standing: Standing): FlipSide {
  const { commitment, clause, contractVersion, state, counted, target, targetMilliseconds } = measure
  const { calendar, dueAt, stoppedAt, priority } = measure
  return {
    commitment,
    clause,
    contractVersion,
    standing,
    state,
    counted,
    target,
    ...(targetMilliseconds !== undefined && { targetMilliseconds }),
    ...(calendar !== undefined && { calendar }),
    ...(dueAt !== undefined && { dueAt }),
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(priority !== undefined && { priority }),
  }
}

/** A flip with the sentence that explains it. */
export function explainFlip(
  { ticket, measure, cycle }: Pick<Flip, 'ticket' | 'measure' | 'cycle'>,
  before: FlipSide | undefined,
  after: FlipSide | undefined,
): Flip {
  const name = MEASURE_NAMES[measure]
  const round = cycle > 1 ? ` (${cycle})` : ''
  const [was, is] = [sideText(before), sideText(after)]
  const why = causeText(before, after)
  return {
    ticket,
    measure,
    cycle,
    ...(before && { before }),
    ...(after && { after }),
    message: {
      fr: `${ticket}, ${name.fr}${round}\u00a0: ${was.fr} sans l’avenant, ${is.fr} avec lui${why.fr}.`,
      en: `${ticket}, ${name.en}${round}: ${was.en} without the amendment, ${is.en} with it${why.en}.`,
    },
  }
}

const STANDINGS: { readonly [S in Standing]: Localised } = {
  met: { fr: 'dans le délai', en: 'met' },
  missed: { fr: 'hors délai', en: 'missed' },
  excluded: { fr: 'neutralisé', en: 'excluded' },
  running: { fr: 'en cours', en: 'running' },
  notApplicable: { fr: 'sans objet', en: 'not applicable' },
}

function sideText(side: FlipSide | undefined): Localised {
  if (side === undefined) return { fr: 'ne compte pas dans la période', en: 'not counted in the period' }
  const standing = STANDINGS[side.standing]
  const counted = sayTime(side.counted)
  const target = sideTarget(side)
  return {
    fr: `${standing.fr} (${counted.fr} comptées pour ${target.fr}, ${side.commitment})`,
    en: `${standing.en} (${counted.en} counted for ${target.en}, ${side.commitment})`,
  }
}

function sideTarget({ target, targetMilliseconds }: FlipSide): Localised {
  return targetMilliseconds === undefined ? sayTarget(target) : sayTime(targetMilliseconds)
}

const SAME: Localised = { fr: '', en: '' }

/** What the amendment changed for this clock, the most telling first. */
function causeText(before: FlipSide | undefined, after: FlipSide | undefined): Localised {
  if (before === undefined || after === undefined) return SAME
  const causes: Localised[] = []
  if (before.commitment !== after.commitment)
    causes.push({ fr: 'un autre engagement le juge', en: 'another commitment judges it' })
  const [was, is] = [sideTarget(before), sideTarget(after)]
  if (was.en !== is.en)
    causes.push({ fr: `le délai passe de ${was.fr} à ${is.fr}`, en: `the target goes from ${was.en} to ${is.en}` })
  if (before.calendar !== after.calendar)
    causes.push({
      fr: `le calendrier « ${before.calendar} » devient « ${after.calendar} »`,
      en: `calendar "${before.calendar}" becomes "${after.calendar}"`,
    })
  if (before.priority !== after.priority)
    causes.push({
      fr: `la priorité ${before.priority} devient ${after.priority}`,
      en: `priority ${before.priority} becomes ${after.priority}`,
    })
  if (before.stoppedAt !== after.stoppedAt)
    causes.push({ fr: 'l’horloge s’arrête à un autre instant', en: 'the clock stops at another instant' })
  if (before.counted !== after.counted && before.stoppedAt === after.stoppedAt)
    causes.push({ fr: 'le temps compté n’est plus le même', en: 'the time counted is not the same' })
  if (causes.length === 0) return SAME
  const said = (language: keyof Localised) =>
    causes.map((cause) => cause[language]).join(language === 'fr' ? ' ; ' : '; ')
  return { fr: `\u00a0: ${said('fr')}`, en: `: ${said('en')}` }
}
