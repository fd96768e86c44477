import type { Pricing } from '../clause-types.ts'
import type { Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, joined } from '../inline.ts'
import {
  type Annex,
  column,
  numbers,
  paragraph,
  present,
  row,
  type Subject,
  table,
  withoutEmptyColumns,
} from '../parts.ts'
import { feeName } from '../sums.ts'
import type { Writing } from '../writing.ts'
import { unitName } from './inventory.ts'

type Item = NonNullable<Pricing['items']>[number]

/** Annex: fees, price book, packages. */
export function pricesAnnex(writing: Writing): Annex | undefined {
  const { contract, say } = writing
  const pricing = contract.chapters.evolution?.pricing
  if (pricing === undefined) return undefined
  const parts = present<Subject>(fees(pricing, writing), book(pricing, writing), packages(pricing, writing))
  if (parts.length === 0) return undefined
  return {
    anchor: 'annex:prices',
    title: say(fr`Prix`, en`Prices`),
    blocks: [
      paragraph(
        say(
          fr`Les prix ci-dessous sont exprimés dans la monnaie du contrat.`,
          en`The prices below are in the currency of the contract.`,
        ),
      ),
    ],
    parts,
  }
}

function fees({ fees: declared }: Pricing, writing: Writing): Subject | undefined {
  const { say, text, anchors, money, decimal } = writing
  const list = Object.entries(declared ?? {})
  if (list.length === 0) return undefined
  const vat = { excluded: text('hors TVA', 'VAT excluded'), included: text('TVA comprise', 'VAT included') }
  return {
    anchor: 'prices:fees',
    title: say(fr`Redevances`, en`Fees`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Redevances', 'Fees'),
          [
            column(text('Redevance', 'Fee'), 2.4),
            column(text('Identifiant', 'Identifier'), 1.6),
            column(text('Montant', 'Amount'), 2.4),
            column(text('TVA', 'VAT'), 1.4),
          ],
          list.map(([id, fee]) =>
            row(
              [
                feeTitle(id, text),
                code(id),
                'amount' in fee
                  ? money(fee.amount)
                  : say(
                      fr`${decimal(fee.times)} fois ${feeName(fee.of, writing)}`,
                      en`${decimal(fee.times)} times ${feeName(fee.of, writing)}`,
                    ),
                'vat' in fee && fee.vat !== undefined ? vat[fee.vat] : undefined,
              ],
              anchors.of('fee', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function feeTitle(id: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    'monthly-fee': text('Redevance mensuelle', 'Monthly fee'),
    'annual-fee': text('Redevance annuelle', 'Annual fee'),
    'quarterly-fee': text('Redevance trimestrielle', 'Quarterly fee'),
  }
  return names[id] ?? id
}

function book({ items = [], packages: packs = [] }: Pricing, writing: Writing): Subject | undefined {
  const { say, text, anchors } = writing
  const inner = packs.flatMap((pack) => pack.items.filter((one) => typeof one !== 'string'))
  const all = [...items, ...inner]
  if (all.length === 0) return undefined
  return {
    anchor: 'prices:book',
    title: say(fr`Bordereau de prix`, en`Price book`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Bordereau de prix', 'Price book'),
          [
            column(text('Article', 'Item'), 2.6),
            column(text('Identifiant', 'Identifier'), 1.8),
            column(text('Unité', 'Unit'), 1.2),
            column(text('Par', 'Each'), 1),
            numbers(text('Prix unitaire', 'Unit price'), 2.4),
          ],
          all.map((one) =>
            row(
              [
                one.label ?? one.id,
                code(one.id),
                one.unit === undefined ? undefined : unitName(one.unit, text),
                one.per === undefined
                  ? undefined
                  : { month: text('mois', 'month'), quarter: text('trimestre', 'quarter'), year: text('an', 'year') }[
                      one.per
                    ],
                priceText(one, writing),
              ],
              anchors.of('item', one.id),
            ),
          ),
        ),
      ),
    ],
  }
}

function priceText({ price, tiers, tiering }: Item, { say, text, money, language }: Writing): Inline {
  if (price !== undefined) return inlineOf(money(price))
  const list = tiers ?? []
  const slices = list.map(({ upTo, price: each }, index) => {
    const last = list[index - 1]?.upTo
    if (upTo === undefined)
      return last === undefined
        ? inlineOf(money(each))
        : say(fr`à partir de ${last + 1} : ${money(each)}`, en`from ${last + 1}: ${money(each)}`)
    return last === undefined
      ? say(fr`jusqu’à ${upTo} : ${money(each)}`, en`up to ${upTo}: ${money(each)}`)
      : say(fr`de ${last + 1} à ${upTo} : ${money(each)}`, en`from ${last + 1} to ${upTo}: ${money(each)}`)
  })
  const how =
    tiering === undefined
      ? []
      : [
          tiering === 'graduated'
            ? text('chaque tranche à son prix', 'each slice at its price')
            : text('un seul prix pour toute la quantité', 'one price for the whole quantity'),
        ]
  return joined([...slices, ...how], language === 'fr' ? '\u202f; ' : '; ')
}

function packages({ packages: list = [], active = [] }: Pricing, writing: Writing): Subject | undefined {
  const { say, text, anchors, money, duration, names } = writing
  if (list.length === 0) return undefined
  return {
    anchor: 'prices:packages',
    title: say(fr`Formules et options`, en`Packages and options`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Formules et options', 'Packages and options'),
          [
            column(text('Formule', 'Package'), 2),
            column(text('Identifiant', 'Identifier'), 1.2),
            column(text('Articles', 'Items'), 2.6),
            column(text('Caractère', 'Standing'), 1.4),
            numbers(text('Minimum', 'Minimum'), 1.4),
            column(text('Préavis', 'Notice'), 1.2),
            column(text('Souscrite', 'Active'), 1),
            column(text('Effet sur les engagements', 'Effect on commitments'), 2),
          ],
          list.map(({ id, label, items, mandatory, minimum, notice, effect }) =>
            row(
              [
                label ?? id,
                code(id),
                names(
                  'item',
                  items.map((one) => (typeof one === 'string' ? one : one.id)),
                ),
                mandatory === undefined
                  ? undefined
                  : mandatory
                    ? text('obligatoire', 'mandatory')
                    : text('facultative', 'optional'),
                minimum === undefined ? undefined : money(minimum),
                notice === undefined ? undefined : duration(notice),
                active.includes(id) ? text('oui', 'yes') : text('non', 'no'),
                effect,
              ],
              anchors.of('package', id),
            ),
          ),
        ),
      ),
    ],
  }
}
