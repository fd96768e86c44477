import type { Contract, Target } from '@vigie/engine'
import type { Penalty } from '../clause-types.ts'
import type { Block, Inline } from '../document-model.ts'
import { en, fr, inlineOf, joined, sentences } from '../inline.ts'
import { type Clause, item, paragraph, present, type Subject, see } from '../parts.ts'
import { type Sum, saySum } from '../sums.ts'
import { measureName, ticketsTitle } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { controlName } from './controls.ts'
import { KPI_NAMES } from './kpi-names.ts'
import { bonusText, roundingText, tierText, unitText } from './penalty-words.ts'

type Rules = NonNullable<Contract['commitments']['penaltyRules']>
type Disputes = NonNullable<Contract['commitments']['disputes']>
type Caps = NonNullable<Penalty['cap']>

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
      ...block(
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

function rulesSubject(rules: Rules, writing: Writing): Subject {
  const { say, text, count, and } = writing
  const {
    clause,
    cumulation,
    cap,
    waivedUpTo,
    liberating,
    putOnNotice,
    chronicBreach,
    claimWithin,
    observations,
    settlement,
    vat,
    earnBack,
  } = rules
  const over = {
    month: text('par mois', 'a month'),
    year: text('par an', 'a year'),
    contract: text('sur la durée du contrat', 'over the contract'),
  }
  const gives =
    chronicBreach &&
    {
      'right-to-terminate': text('le droit de résilier le contrat', 'the right to terminate the contract'),
      'step-in': text(
        'le droit de faire exécuter aux frais et risques du Prestataire',
        'the right to have the work done at the Provider’s expense and risk',
      ),
      escalation: text(
        'une escalade entre les directions des Parties',
        'an escalation between the managements of the Parties',
      ),
    }[chronicBreach.gives]
  const blocks = present<Block | false>(
    cumulation &&
      paragraph(
        cumulation === 'sum'
          ? say(
              fr`Lorsqu’un même événement relève de plusieurs pénalités, leurs montants s’additionnent.`,
              en`Where one event falls under several penalties, their amounts add up.`,
            )
          : say(
              fr`Lorsqu’un même événement relève de plusieurs pénalités, seul le montant le plus élevé est retenu.`,
              en`Where one event falls under several penalties, only the highest amount is kept.`,
            ),
      ),
    cap && paragraph(capsText(cap, writing)),
    waivedUpTo &&
      paragraph(
        say(
          fr`Rien n’est dû tant que le total n’excède pas ${saySum(waivedUpTo, writing)} ${over[waivedUpTo.over ?? 'contract']}.`,
          en`Nothing is owed while the total does not exceed ${saySum(waivedUpTo, writing)} ${over[waivedUpTo.over ?? 'contract']}.`,
        ),
      ),
    liberating !== undefined &&
      paragraph(
        liberating
          ? say(
              fr`Les pénalités sont libératoires : elles réparent forfaitairement et entièrement le préjudice.`,
              en`The penalties are the sole remedy: they repair the damage at a flat rate and in full.`,
            )
          : say(
              fr`Les pénalités ne sont pas libératoires : le Client conserve le droit de demander réparation du préjudice qu’elles ne couvrent pas.`,
              en`The penalties are not the sole remedy: the Client keeps the right to claim for the damage that they do not cover.`,
            ),
      ),
    putOnNotice &&
      paragraph(
        putOnNotice === 'waived'
          ? say(
              fr`Elles sont encourues du seul fait du manquement, sans mise en demeure préalable.`,
              en`They are incurred by the breach alone, without prior notice of default.`,
            )
          : say(
              fr`Elles ne sont encourues qu’après une mise en demeure (article 1231-5 du code civil) ; avant elle, le montant est seulement calculé.`,
              en`They are incurred only after a notice of default (article 1231-5 of the French civil code); before it, the amount is only computed.`,
            ),
      ),
    chronicBreach &&
      gives !== undefined &&
      paragraph(
        say(
          fr`${count(chronicBreach.months, ['mois manqué', 'mois manqués'], ['missed month', 'missed months'])}${chronicBreach.consecutive === true ? ' de suite' : chronicBreach.consecutive === false ? ', consécutifs ou non,' : ''}${ofCommitments(chronicBreach.of)} ${chronicBreach.months < 2 ? 'donne' : 'donnent'} au Client ${gives}.`,
          en`${count(chronicBreach.months, ['mois manqué', 'mois manqués'], ['missed month', 'missed months'])}${chronicBreach.consecutive === true ? ' in a row' : chronicBreach.consecutive === false ? ', in a row or not,' : ''}${ofCommitments(chronicBreach.of)} ${chronicBreach.months === 1 ? 'gives' : 'give'} the Client ${gives}.`,
        ),
      ),
    observations !== undefined &&
      paragraph(
        say(
          fr`Le Prestataire dispose de ${delayText(observations, writing)} pour présenter ses observations avant toute déduction.`,
          en`The Provider has ${delayText(observations, writing)} to answer before anything is deducted.`,
        ),
      ),
    claimWithin !== undefined &&
      paragraph(
        say(
          fr`Une pénalité est réclamée dans un délai de ${delayText(claimWithin, writing)} après la fin de la période.`,
          en`A penalty is claimed within ${delayText(claimWithin, writing)} of the period’s end.`,
        ),
      ),
    settlement &&
      paragraph(
        {
          'credit-note': say(fr`Elle est réglée par un avoir.`, en`It is settled by a credit note.`),
          deduction: say(
            fr`Elle est réglée par déduction sur la facture suivante.`,
            en`It is settled by deduction from the next invoice.`,
          ),
          payment: say(fr`Elle est réglée par un paiement.`, en`It is settled by a payment.`),
        }[settlement],
      ),
    vat &&
      paragraph(
        vat === 'outside'
          ? say(
              fr`Elle a le caractère d’une indemnité, hors du champ de la TVA.`,
              en`It is an indemnity, outside the scope of VAT.`,
            )
          : say(fr`Elle vaut réduction de prix, TVA comprise.`, en`It is a price reduction, VAT included.`),
      ),
    earnBack && paragraph(earnBackText(earnBack)),
  )
  return {
    anchor: 'article:penalty-rules',
    title: say(fr`Règles communes aux pénalités`, en`Rules of all penalties`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'penaltyRules',
        clause,
        title: say(fr`Plafonds, cumul et règlement`, en`Caps, cumulation and settlement`),
        blocks: blocks.filter((one) => one !== false),
      },
    ],
  }

  function ofCommitments(of: readonly string[] | undefined): Inline {
    if (of === undefined) return []
    const names = and(of.map((one) => commitmentName(one, writing)))
    return say(fr` sur ${names}`, en` of ${names}`)
  }

  function earnBackText({ after, consecutive }: NonNullable<Rules['earnBack']>): Inline {
    const unit = {
      months: count(after, ['mois tenu', 'mois tenus'], ['met month', 'met months']),
      quarters: count(after, ['trimestre tenu', 'trimestres tenus'], ['met quarter', 'met quarters']),
      periods: count(after, ['période tenue', 'périodes tenues'], ['met period', 'met periods']),
    }[consecutive ?? 'periods']
    return say(
      fr`Après ${unit} de suite, la dernière pénalité non réglée du même engagement est annulée (récupération de pénalité).`,
      en`After ${unit} in a row the latest unsettled penalty of the same commitment is cancelled (earn-back).`,
    )
  }
}

/** A delay given as a target or as a length of civil time. */
function delayText(delay: string | Target, writing: Writing): Inline {
  return typeof delay === 'string' ? inlineOf(writing.duration(delay)) : writing.target(delay)
}

function disputesSubject({ clause, claimWithin, answerWithin, silence }: Disputes, writing: Writing): Subject {
  const { say } = writing
  const text = sentences(
    claimWithin === undefined
      ? say(fr`Chaque Partie peut contester un chiffre.`, en`Each Party may contest a figure.`)
      : say(
          fr`Chaque Partie peut contester un chiffre dans un délai de ${delayText(claimWithin, writing)} après sa communication.`,
          en`Each Party may contest a figure within ${delayText(claimWithin, writing)} of its communication.`,
        ),
    answerWithin === undefined
      ? undefined
      : say(
          fr`L’autre Partie répond dans un délai de ${delayText(answerWithin, writing)}.`,
          en`The other Party answers within ${delayText(answerWithin, writing)}.`,
        ),
    silence &&
      (silence === 'claim-lapsed'
        ? say(
            fr`Le silence ne vaut pas accord : la contestation devient caduque.`,
            en`Silence is no agreement: the claim lapses.`,
          )
        : say(fr`Le silence vaut acceptation de la contestation.`, en`Silence accepts the claim.`)),
    say(
      fr`Une mesure n’est neutralisée que si les deux Parties l’ont déclarée telle.`,
      en`A measure is excluded only where both Parties have declared it so.`,
    ),
  )
  return {
    anchor: 'article:disputes',
    title: say(fr`Contestation des chiffres`, en`Disputes`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'disputes',
        clause,
        title: say(fr`Réclamation et réponse`, en`Claim and answer`),
        blocks: [paragraph(text)],
      },
    ],
  }
}

function block(text: Inline): readonly Block[] {
  return text.length === 0 ? [] : [paragraph(text)]
}
