import { formatMonth } from '../../format/date.ts'
import type { Pricing } from '../clause-types.ts'
import type { Inline } from '../document-model.ts'
import { code, en, fr, joined, sentences } from '../inline.ts'
import { item, paragraph, paragraphs, present, type Subject } from '../parts.ts'
import type { Writing } from '../writing.ts'

type Revision = NonNullable<Pricing['revision']>
type Term = Revision['formula']['terms'][number]
type Index = NonNullable<Pricing['indices']>[number]

/** How prices follow indices: the formula in words, its limits, its rounding, its notice. */
export function revisionSubject(revision: Revision, indices: readonly Index[], writing: Writing): Subject {
  const { say, text, duration, percent, decimal, language } = writing
  const { clause, formula, appliesTo, every, date, cap, floor, rounding, notice, validation, onIndexLoss } = revision
  const ofPrice = (of: 'initial-price' | 'previous-price' | undefined): string =>
    of === undefined
      ? ''
      : of === 'initial-price'
        ? text(' du prix initial', ' of the initial price')
        : text(' du prix précédent', ' of the previous price')
  const loss =
    onIndexLoss &&
    {
      'linking-coefficient': say(
        fr`Si un indice disparaît ou change de base, il est remplacé au moyen du coefficient de raccordement publié.`,
        en`Where an index ends or is rebased, it is replaced by means of the published linking coefficient.`,
      ),
      replacement: say(
        fr`Si un indice disparaît, l’indice de remplacement publié lui succède.`,
        en`Where an index ends, the published replacement index follows it.`,
      ),
      renegotiate: say(
        fr`Si un indice disparaît, les Parties conviennent d’un autre indice.`,
        en`Where an index ends, the Parties agree on another one.`,
      ),
    }[onIndexLoss]
  const day = date === undefined ? undefined : dayOfYear(date)
  return {
    anchor: 'article:revision',
    title: say(fr`Révision des prix`, en`Price revision`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'revision',
        clause,
        title: say(fr`Formule et conditions de la révision`, en`Formula and terms of the revision`),
        blocks: [
          paragraph(
            sentences(
              appliesTo === undefined
                ? say(fr`Les prix sont révisés selon la formule :`, en`Prices are revised by the formula:`)
                : appliesTo === 'initial-price'
                  ? say(
                      fr`Les prix sont révisés, à partir du prix initial P₀, selon la formule :`,
                      en`Prices are revised from the initial price P₀ by the formula:`,
                    )
                  : say(
                      fr`Les prix sont révisés, à partir du prix en vigueur P₀, la base des indices avançant avec lui, selon la formule :`,
                      en`Prices are revised from the current price P₀, the base of the indices moving with it, by the formula:`,
                    ),
            ),
          ),
          { kind: 'notice', text: formulaText() },
          paragraph(say(fr`dans laquelle P est le prix révisé et :`, en`in which P is the revised price and:`)),
          ...formula.terms.map((term, index) => item(termText(term, index))),
          ...paragraphs(
            sentences(
              every === undefined && day === undefined
                ? undefined
                : every !== undefined && day !== undefined
                  ? say(
                      fr`La révision a lieu une fois par période de ${duration(every)}, le ${day}.`,
                      en`The revision takes place once every ${duration(every)}, on ${day}.`,
                    )
                  : every !== undefined
                    ? say(
                        fr`La révision a lieu une fois par période de ${duration(every)}.`,
                        en`The revision takes place once every ${duration(every)}.`,
                      )
                    : say(fr`La révision a lieu le ${day ?? ''}.`, en`The revision takes place on ${day ?? ''}.`),
              cap &&
                say(
                  fr`La hausse ne peut excéder ${percent(cap.share)}${ofPrice(cap.of)} (clause butoir).`,
                  en`The rise may not exceed ${percent(cap.share)}${ofPrice(cap.of)} (cap).`,
                ),
              floor && floorText(floor),
            ),
          ),
          ...paragraphs(rounding === undefined ? [] : roundingOf(rounding)),
          ...paragraphs(
            sentences(
              notice === undefined
                ? undefined
                : say(
                    fr`Le prix révisé est notifié au moins ${duration(notice)} avant sa date d’effet.`,
                    en`The revised price is notified at least ${duration(notice)} before it takes effect.`,
                  ),
              validation === undefined
                ? undefined
                : validation === 'express'
                  ? say(
                      fr`Il ne s’applique qu’après l’acceptation expresse du Client.`,
                      en`It applies only after the Client’s express acceptance.`,
                    )
                  : say(
                      fr`Il s’applique sauf refus du Client (acceptation tacite).`,
                      en`It applies unless the Client refuses it (tacit acceptance).`,
                    ),
              loss,
            ),
          ),
        ],
      },
    ],
  }

  function floorText({ share, coefficient, of }: NonNullable<Revision['floor']>): Inline {
    return share === undefined
      ? say(
          fr`Le coefficient de révision n’est pas inférieur à ${decimal(coefficient ?? '')}${ofPrice(of)} (plancher).`,
          en`The coefficient of the revision is not under ${decimal(coefficient ?? '')}${ofPrice(of)} (floor).`,
        )
      : say(
          fr`La baisse ne peut excéder ${percent(share)}${ofPrice(of)} (plancher).`,
          en`The fall may not exceed ${percent(share)}${ofPrice(of)} (floor).`,
        )
  }

  function dayOfYear(value: string): string {
    const [month = '1', number = '1'] = value.split('-')
    const name = formatMonth(`2000-${month.padStart(2, '0')}`, language).split('\u00a0')[0]
    return text(`${Number(number) === 1 ? '1er' : Number(number)}\u00a0${name}`, `${Number(number)}\u00a0${name}`)
  }

  function formulaText(): Inline {
    const parts = formula.terms.map((term, index) => {
      const mark = index === 0 && formula.terms.length === 1 ? '' : subscript(index + 1)
      return `${decimal(term.weight)} × S${mark} ÷ S${mark}₀`
    })
    const fixed = formula.fixed === undefined ? [] : [decimal(formula.fixed)]
    return joined([`P = P₀ × (${[...fixed, ...parts].join(' + ')})`])
  }

  function termText({ index, weight, base, current }: Term, place: number): Inline {
    const mark = formula.terms.length === 1 ? '' : subscript(place + 1)
    const moves =
      'moves' in base && base.moves !== undefined
        ? say(
            fr` (après chaque révision, le mois de celle-ci devient la base)`,
            en` (after each revision, its month becomes the base)`,
          )
        : []
    return say(
      fr`S${mark} est la valeur de l’indice ${indexName(index)} ${monthText(current)}, et S${mark}₀ sa valeur ${monthText(base)}${moves} ; son poids est de ${decimal(weight)} ;`,
      en`S${mark} is the value of the index ${indexName(index)} ${monthText(current)}, and S${mark}₀ its value ${monthText(base)}${moves}; its weight is ${decimal(weight)};`,
    )
  }

  function indexName(index: string): Inline {
    const known = indices.find(({ id }) => id === index)?.label
    return known === undefined ? [code(index)] : say(fr`« ${known} » (${code(index)})`, en`“${known}” (${code(index)})`)
  }

  function monthText(of: Term['current'] | Term['base']): Inline {
    const reading =
      of.reading === undefined
        ? []
        : of.reading === 'of-month'
          ? say(fr`, valeur du mois même`, en`, the value of that very month`)
          : say(fr`, dernière valeur publiée à cette date`, en`, the last value published by then`)
    if ('month' in of) {
      const month = formatMonth(of.month, language)
      return say(fr`${text(/^[aeiouh]/.test(month) ? 'd’' : 'de ', '')}${month}${reading}`, en`of ${month}${reading}`)
    }
    if ('lag' in of)
      return say(
        fr`du mois qui précède la révision de ${duration(of.lag)}${reading}`,
        en`of the month ${duration(of.lag)} before the revision${reading}`,
      )
    return say(fr`fixée ainsi : ${of.rule}${reading}`, en`set as follows: ${of.rule}${reading}`)
  }

  function roundingOf({ coefficient, amount, rule }: NonNullable<Revision['rounding']>): Inline {
    const rules = {
      'half-up': text('au plus proche, la moitié étant portée au-dessus', 'to the nearest, halves up'),
      up: text('par excès', 'up'),
      down: text('par défaut', 'down'),
    }
    const steps = present(
      coefficient === undefined
        ? undefined
        : say(fr`le coefficient à ${decimal(coefficient)} près`, en`the coefficient to ${decimal(coefficient)}`),
      amount === undefined
        ? undefined
        : say(fr`le montant à ${decimal(amount)} près`, en`the amount to ${decimal(amount)}`),
    )
    const what = steps.length === 0 ? say(fr`le résultat`, en`the result`) : writing.and(steps)
    return rule === undefined
      ? say(fr`On arrondit ${what}.`, en`One rounds ${what}.`)
      : say(fr`On arrondit ${what}, ${rules[rule]}.`, en`One rounds ${what}, ${rules[rule]}.`)
  }
}

function subscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit)
}
