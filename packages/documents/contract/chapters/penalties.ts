import type { Penalty } from '../clause-types.ts'
import type { Block, Inline } from '../document-model.ts'
import { en, fr, inlineOf, joined, sentences } from '../inline.ts'
import { type Clause, item, paragraph, paragraphs, present, type Subject, see } from '../parts.ts'
import { type Sum, saySum } from '../sums.ts'
import type { Writing } from '../writing.ts'
import { disputesSubject, rulesSubject } from './penalty-rules.ts'
import { bonusText, roundingText, tierText, unitText } from './penalty-words.ts'
import { capsText, commitmentName } from './sanctions.ts'

/** Penalties and credits, what holds for all of them, and how a figure is contested. */
export function penaltySubjects(writing: Writing): readonly Subject[] {
  const { penalties = [], penaltyRules, disputes } = writing.contract.commitments
  const { say } = writing
  return present<Subject>(
    penalties.length > 0 && {
      anchor: 'article:penalties',
      title: say(fr`Pénalités et avoirs`, en`Penalties and credits`),
      blocks: [
        paragraph(
          say(
            fr`Le manquement à un engagement donne lieu aux montants ci-dessous, calculés au centime ; des exemples chiffrés figurent à l’${see('annex:penalties')}.`,
            en`A breach of a commitment gives rise to the amounts below, computed to the cent; worked examples are in ${see('annex:penalties')}.`,
          ),
        ),
      ],
      clauses: penalties.map((penalty) => penaltyClause(penalty, writing)),
    },
    penaltyRules && rulesSubject(penaltyRules, writing),
    disputes && disputesSubject(disputes, writing),
  )
}

function penaltyClause(penalty: Penalty, writing: Writing): Clause {
  const { say, text, and, decimal, count } = writing
  const {
    id,
    clause,
    label,
    for: commitments,
    base,
    late,
    shortfall,
    tiers,
    recurrence,
    deductible,
    cap,
    bonus,
  } = penalty
  const sanctioned = and(commitments.map((one) => commitmentName(one, writing)))
  const times = recurrence?.map((factor, index) =>
    say(
      fr`${ordinal(index, recurrence.length, text)} ×${decimal(factor)}`,
      en`${ordinal(index, recurrence.length, text)} ×${decimal(factor)}`,
    ),
  )
  const amounts = present<Block>(
    base &&
      item(
        base.per === 'period'
          ? say(
              fr`${saySum(base, writing)} par période manquée ;`,
              en`${saySum(base, writing)} for each missed period;`,
            )
          : say(fr`${saySum(base, writing)} par manquement ;`, en`${saySum(base, writing)} for each breach;`),
      ),
    late && item(lateText(late)),
    shortfall &&
      item(
        say(
          fr`${saySum(shortfall, writing)} par ${unitText(shortfall.per, writing)} de taux sous l’objectif, ${roundingText(shortfall.rounding, shortfall.per, writing)} ;`,
          en`${saySum(shortfall, writing)} for each ${unitText(shortfall.per, writing)} of the rate below its target, ${roundingText(shortfall.rounding, shortfall.per, writing)};`,
        ),
      ),
    ...(tiers ?? []).map((tier) => item(tierText(tier, writing))),
    bonus && item(bonusText(bonus, writing)),
  )
  return {
    kind: 'penalty',
    id,
    clause,
    title: label === undefined ? say(fr`Pénalité – ${sanctioned}`, en`Penalty – ${sanctioned}`) : inlineOf(label),
    blocks: [
      paragraph(
        say(
          fr`Le manquement ${and(commitments.map((one) => linked(`à l’engagement ${refOf(one)}`, one, writing)))} donne lieu à :`,
          en`A breach of ${and(commitments.map((one) => linked(`commitment ${refOf(one)}`, one, writing)))} gives rise to:`,
        ),
      ),
      ...amounts,
      ...paragraphs(
        sentences(
          times &&
            say(
              fr`Pour des périodes manquées qui se suivent, le montant est multiplié : ${joined(times, ', ')}.`,
              en`For missed periods in a row the amount is multiplied: ${joined(times, ', ')}.`,
            ),
          deductible === undefined
            ? undefined
            : say(
                fr`${deductible === 1 ? 'Le premier manquement' : `Les ${deductible} premiers manquements`} de chaque période ${deductible < 2 ? 'est remis' : 'sont remis'} (franchise de ${count(deductible, ['manquement', 'manquements'], ['breach', 'breaches'])}).`,
                en`The first ${deductible === 1 ? 'breach' : `${deductible} breaches`} of each period ${deductible === 1 ? 'is' : 'are'} free (deductible).`,
              ),
          cap && capsText(cap, writing),
        ),
      ),
    ],
  }

  function refOf(one: string): string {
    const named = writing.anchors.named('commitment', one) ?? writing.anchors.named('kpi', one)
    return named?.clause === undefined || named.clause === one ? one : `${named.clause} (${one})`
  }

  function lateText(clauseOf: NonNullable<Penalty['late']>): Inline {
    const { per, rounding, cap: lateCap, beyond } = clauseOf
    const unit = unitText(per, writing)
    const divided =
      !('dividedBy' in clauseOf) || clauseOf.dividedBy === undefined
        ? []
        : typeof clauseOf.dividedBy === 'string'
          ? say(fr`, divisé par ${decimal(clauseOf.dividedBy)},`, en`, divided by ${decimal(clauseOf.dividedBy)},`)
          : say(
              fr`, divisé par les heures d’ouverture du mois du calendrier « ${writing.name('calendar', clauseOf.dividedBy.openHours)} »,`,
              en`, divided by the open hours of the month of the calendar “${writing.name('calendar', clauseOf.dividedBy.openHours)}”,`,
            )
    const then =
      beyond === undefined
        ? []
        : say(
            fr` ; au-delà de ${writing.duration(beyond.after)} de retard, ${saySum(beyond as Sum, writing)} par ${unitText(beyond.per, writing)}, ${roundingText(beyond.rounding, beyond.per, writing)}, ${beyond.mode === 'add' ? 'en plus pour ce qui dépasse' : 'à la place pour tout le retard'}`,
            en`; beyond ${writing.duration(beyond.after)} of lateness, ${saySum(beyond as Sum, writing)} for each ${unitText(beyond.per, writing)}, ${roundingText(beyond.rounding, beyond.per, writing)}, ${beyond.mode === 'add' ? 'added for what lies beyond' : 'in its place for all the lateness'}`,
          )
    const limit =
      lateCap === undefined
        ? []
        : say(fr`, dans la limite de ${saySum(lateCap, writing)}`, en`, at most ${saySum(lateCap, writing)}`)
    return say(
      fr`${saySum(clauseOf as Sum, writing)}${divided} par ${unit} de retard, ${roundingText(rounding, per, writing)}${limit}${then} ;`,
      en`${saySum(clauseOf as Sum, writing)}${divided} for each ${unit} late, ${roundingText(rounding, per, writing)}${limit}${then};`,
    )
  }
}

function linked(words: string, id: string, { anchors }: Writing): Inline {
  const to = anchors.to('commitment', id) ?? anchors.to('kpi', id)
  return [{ text: words, ...(to === undefined ? {} : { to }) }]
}

function ordinal(index: number, length: number, text: Writing['text']): string {
  const number = index + 1
  const last = number === length && length > 1
  const french = `${number}${number === 1 ? 're' : 'e'} période${last ? ' et suivantes' : ''}`
  const suffix = number === 1 ? 'st' : number === 2 ? 'nd' : number === 3 ? 'rd' : 'th'
  return text(french, `${number}${suffix} period${last ? ' and later' : ''}`)
}
