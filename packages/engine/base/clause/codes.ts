import * as z from 'zod'
import type { Form } from './forms.ts'

/** ISO 3166-1 alpha-2. */
export function country() {
  return z.string('a-country' satisfies Form).regex(/^[A-Z]{2}$/, 'a-country' satisfies Form)
}

/** ISO 4217. */
export function currency() {
  return z.string('a-currency' satisfies Form).regex(/^[A-Z]{3}$/, 'a-currency' satisfies Form)
}

/** Nine digits of the French register of companies. */
export function siren() {
  return z.string('a-siren' satisfies Form).regex(/^\d{9}$/, 'a-siren' satisfies Form)
}

/** SHA-256 in hexadecimal. */
export function sha256() {
  return z.string('a-sha-256' satisfies Form).regex(/^[0-9a-fA-F]{64}$/, 'a-sha-256' satisfies Form)
}

/** One of the two parties. */
export const Party = z.enum(['client', 'provider'])

/** How long a commitment, a report or a cap runs before it starts again. */
export const Recurrence = z.enum(['month', 'quarter', 'year'])
