/**
 * The longest time to pay, in days. Code de commerce L441-10: 60 days from the invoice, or 45 days from the end of its
 * month where the contract says so; 45 days from the invoice where it groups the variable services of a period. Code de
 * la commande publique R2192-10: 30 days for a public buyer.
 */
export const PAYMENT_LIMITS = { fromInvoice: 60, fromEndOfMonth: 45, grouped: 45, publicBuyer: 30 } as const
