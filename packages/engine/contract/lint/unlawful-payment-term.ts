import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { longestDays } from '../../base/shift-date.ts'
import type { Contract } from '../contract.ts'
import { PAYMENT_LIMITS } from './payment-law.ts'

/** A time to pay beyond the legal one; a flat monthly fee is no grouped invoice. */
export const unlawfulPaymentTerm: LintRule<Contract> = {
  id: 'PR12',
  severity: 'warning',
  title: localise('Délai de paiement illégal', 'Unlawful time to pay'),
  why: localise(
    'Au-delà du délai légal, les deux parties s’exposent à une amende et le prestataire à un impayé.',
    'Beyond the legal time both parties risk a fine, and the provider its cash.',
  ),
  mend: localise('Ramenez evolution.pricing.payment.terms à P30D.', 'Bring evolution.pricing.payment.terms to P30D.'),
  find({ chapters, parties }) {
    const payment = chapters.evolution?.pricing?.payment
    if (payment?.terms === undefined) return []
    const days = longestDays(payment.terms)
    const limit = limitOf(payment, parties.client.status === 'public')
    if (days <= limit.days) return []
    return [
      {
        path: ['evolution', 'pricing', 'payment', 'terms'],
        ...numbered(payment.clause),
        message: localise(
          `Délai de paiement illégal : ${days} jours, au lieu de ${limit.days} au plus ${limit.fr}.`,
          `Unlawful time to pay: ${days} days, instead of ${limit.days} at most ${limit.en}.`,
        ),
      },
    ]
  },
}

type Payment = NonNullable<NonNullable<NonNullable<Contract['chapters']['evolution']>['pricing']>['payment']>

function limitOf({ countedFrom, groupedInvoice }: Payment, isPublic: boolean) {
  if (isPublic) return { days: PAYMENT_LIMITS.publicBuyer, fr: 'pour un acheteur public', en: 'for a public buyer' }
  if (groupedInvoice === true)
    return { days: PAYMENT_LIMITS.grouped, fr: 'pour une facture récapitulative', en: 'for a grouped invoice' }
  if (countedFrom === 'end-of-month')
    return { days: PAYMENT_LIMITS.fromEndOfMonth, fr: 'fin de mois', en: 'from the end of the month' }
  return { days: PAYMENT_LIMITS.fromInvoice, fr: 'à compter de la facture', en: 'from the invoice' }
}
