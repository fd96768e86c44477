import type { Contract, Target } from '@vigie/engine'
import type { Block, Inline } from '../document-model.ts'
import { en, fr, inlineOf, sentences } from '../inline.ts'
import { paragraph, present, type Subject } from '../parts.ts'
import { saySum } from '../sums.ts'
import type { Writing } from '../writing.ts'
import { capsText, commitmentName } from './sanctions.ts'

type Rules = NonNullable<Contract['commitments']['penaltyRules']>
type Disputes = NonNullable<Contract['commitments']['disputes']>

/** What holds for all penalties: cumulation, caps, notice, settlement. */
export function rulesSubject(rules: Rules, writing: Writing): Subject {
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

/** How a figure is contested. */
export function disputesSubject({ clause, claimWithin, answerWithin, silence }: Disputes, writing: Writing): Subject {
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
