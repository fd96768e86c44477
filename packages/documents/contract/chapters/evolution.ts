import type { Pricing } from '../clause-types.ts'
import { en, fr, sentences } from '../inline.ts'
import { type Chapter, paragraph, paragraphs, present, type Subject, see } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { changeSubject, indicesSubject, optionsSubject } from './evolution-terms.ts'
import { pricingTerms } from './pricing-terms.ts'
import { revisionSubject } from './revision.ts'

/** Chapter 6: prices, their revision, payment, review of the contract. */
export function evolutionChapter(writing: Writing): Chapter | undefined {
  const { evolution } = writing.contract.chapters
  const { say } = writing
  const { pricing, review } = evolution ?? {}
  const subjects = present<Subject>(
    pricing && prices(pricing, writing),
    pricing?.indices && pricing.indices.length > 0 && indicesSubject(pricing.indices, writing),
    pricing?.revision && revisionSubject(pricing.revision, pricing.indices ?? [], writing),
    ...(pricing === undefined ? [] : pricingTerms(pricing, writing)),
    pricing?.payment && paymentSubject(pricing.payment, writing),
    evolution?.options && evolution.options.length > 0 && optionsSubject(evolution.options, writing),
    evolution?.change && changeSubject(evolution.change, writing),
    amendmentsSubject(writing),
    review && reviewSubject(review, writing),
  )
  return { number: '6', anchor: 'chapter:evolution', title: say(fr`Évolution`, en`Evolution`), subjects }
}

function prices(
  { fees, items = [], packages = [], active = [] }: Pricing,
  { say, names }: Writing,
): Subject | undefined {
  if (fees === undefined && items.length === 0 && packages.length === 0) return undefined
  return {
    anchor: 'article:prices',
    title: say(fr`Redevances et prix`, en`Fees and prices`),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Les redevances, le bordereau de prix et les formules figurent à l’${see('annex:prices')}.`,
            en`The fees, the price book and the packages are in ${see('annex:prices')}.`,
          ),
          active.length === 0
            ? undefined
            : say(
                fr`Sont souscrites les formules suivantes : ${names('package', active)}.`,
                en`The active packages are: ${names('package', active)}.`,
              ),
        ),
      ),
    ],
  }
}

function paymentSubject(payment: NonNullable<Pricing['payment']>, { say, duration, or }: Writing): Subject {
  const { clause, terms, countedFrom, groupedInvoice, disputeWithin, periodic, invoice } = payment
  const names = { 'factur-x': 'Factur-X', ubl: 'UBL', cii: 'CII', pdf: 'PDF' }
  const each =
    periodic &&
    {
      month: say(fr`Les prestations sont facturées chaque mois.`, en`Services are invoiced every month.`),
      quarter: say(fr`Les prestations sont facturées chaque trimestre.`, en`Services are invoiced every quarter.`),
      year: say(fr`Les prestations sont facturées chaque année.`, en`Services are invoiced every year.`),
    }[periodic]
  const from =
    countedFrom === 'end-of-month'
      ? say(fr` à compter de la fin du mois de son émission`, en` from the end of the month of its issue`)
      : say(fr` à compter de sa date d’émission`, en` from its date of issue`)
  return {
    anchor: 'article:payment',
    title: say(fr`Facturation et paiement`, en`Invoicing and payment`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'payment',
        clause,
        title: say(fr`Facture et délai de paiement`, en`Invoice and time to pay`),
        blocks: paragraphs(
          sentences(
            each,
            groupedInvoice === undefined
              ? undefined
              : groupedInvoice
                ? say(
                    fr`Une facture récapitulative réunit les prestations variables du mois.`,
                    en`One invoice groups the variable services of the month.`,
                  )
                : say(fr`Il n’est pas établi de facture récapitulative.`, en`There is no grouped invoice.`),
            terms === undefined
              ? countedFrom === undefined
                ? undefined
                : say(fr`Le délai de paiement court${from}.`, en`The time to pay runs${from}.`)
              : say(
                  fr`Une facture est payée dans un délai de ${duration(terms)}${from}.`,
                  en`An invoice is paid within ${duration(terms)}${from}.`,
                ),
            disputeWithin === undefined
              ? undefined
              : say(
                  fr`Elle peut être contestée dans un délai de ${duration(disputeWithin)}.`,
                  en`It may be disputed within ${duration(disputeWithin)}.`,
                ),
            invoice &&
              say(
                fr`Elle est transmise au format ${or(invoice.map((one) => names[one]))}.`,
                en`It is sent in the format ${or(invoice.map((one) => names[one]))}.`,
              ),
          ),
        ),
      },
    ],
  }
}

function amendmentsSubject({ say }: Writing): Subject {
  return {
    anchor: 'article:amendment-rule',
    title: say(fr`Avenants`, en`Amendments`),
    blocks: [
      paragraph(
        say(
          fr`Les termes du contrat ne changent que par un avenant daté et accepté des deux Parties. Chaque ticket est jugé selon la version qui lui est applicable ; un avenant n’a pas d’effet sur le passé.`,
          en`The terms of the contract change only by a dated amendment accepted by both Parties. Each ticket is judged by the version that applies to it; an amendment has no effect on the past.`,
        ),
      ),
    ],
  }
}

function reviewSubject(
  { every, remind }: { readonly every: string; readonly remind?: string },
  { say, duration }: Writing,
): Subject {
  return {
    anchor: 'article:review',
    title: say(fr`Réexamen du contrat`, en`Review of the contract`),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Les Parties réexaminent le contrat une fois par période de ${duration(every)}.`,
            en`The Parties review the contract every ${duration(every)}.`,
          ),
          remind === undefined
            ? undefined
            : say(
                fr`L’échéance est rappelée ${duration(remind)} à l’avance.`,
                en`A reminder is sent ${duration(remind)} ahead.`,
              ),
        ),
      ),
    ],
  }
}
