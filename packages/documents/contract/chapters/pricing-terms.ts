import type { Pricing } from '../clause-types.ts'
import { intervalsInWords } from '../hours-in-words.ts'
import { code, en, fr, sentences } from '../inline.ts'
import { column, numbers, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** How prices are reckoned beside the price book: repricing, parts of months, surcharges, limits, hour blocks. */
export function pricingTerms(pricing: Pricing, writing: Writing): readonly Subject[] {
  const { reprice, proration, surcharges, standardHours, minimum = [], maximum = [], hourBlocks } = pricing
  return present<Subject>(
    reprice && repriceSubject(reprice, writing),
    proration && prorationSubject(proration, writing),
    (surcharges !== undefined || standardHours !== undefined) &&
      surchargesSubject(surcharges ?? [], standardHours, writing),
    (minimum.length > 0 || maximum.length > 0) && limitsSubject(minimum, maximum, writing),
    hourBlocks && hourBlocks.length > 0 && hourBlocksSubject(hourBlocks, writing),
  )
}

function repriceSubject({ clause, by, notice }: NonNullable<Pricing['reprice']>, { say, duration }: Writing): Subject {
  return {
    anchor: 'article:reprice',
    title: say(fr`Modification des prix`, en`Change of prices`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'reprice',
        clause,
        title: say(fr`Hors révision`, en`Otherwise than by revision`),
        blocks: [
          paragraph(
            sentences(
              by === 'both'
                ? say(
                    fr`Hors révision, les prix ne changent que d’un commun accord.`,
                    en`Otherwise than by revision, prices change only by agreement.`,
                  )
                : say(
                    fr`Hors révision, le Prestataire peut modifier ses prix.`,
                    en`Otherwise than by revision, the Provider may change its prices.`,
                  ),
              notice === undefined
                ? undefined
                : say(fr`Le préavis est de ${duration(notice)}.`, en`The notice is ${duration(notice)}.`),
            ),
          ),
        ],
      },
    ],
  }
}

function prorationSubject(
  { clause, method, presentOn, atMost }: NonNullable<Pricing['proration']>,
  { say, percent }: Writing,
): Subject {
  const methods = {
    'days-of-month': say(
      fr`Un mois incomplet est facturé au prorata des jours du mois.`,
      en`A part of a month is charged by the days of that month.`,
    ),
    thirtieths: say(fr`Un mois incomplet est facturé par trentièmes.`, en`A part of a month is charged by thirtieths.`),
    'full-month': say(fr`Un mois commencé est facturé en entier.`, en`A month begun is charged in full.`),
    peak: say(
      fr`Le mois est facturé sur la plus forte quantité du mois.`,
      en`The month is charged on its largest quantity.`,
    ),
    average: say(
      fr`Le mois est facturé sur la quantité moyenne du mois.`,
      en`The month is charged on its mean quantity.`,
    ),
  }
  return {
    anchor: 'article:proration',
    title: say(fr`Prorata`, en`Proration`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'proration',
        clause,
        title: say(fr`Mois incomplets`, en`Parts of months`),
        blocks: [
          paragraph(
            sentences(
              methods[method],
              presentOn === undefined
                ? undefined
                : say(
                    fr`Est retenu ce qui est présent le ${presentOn} du mois.`,
                    en`What is present on day ${presentOn} of the month counts.`,
                  ),
              atMost &&
                say(
                  fr`Le total d’un mois n’excède pas ${percent(atMost)} de son prix.`,
                  en`The total of a month does not exceed ${percent(atMost)} of its price.`,
                ),
            ),
          ),
        ],
      },
    ],
  }
}

function surchargesSubject(
  list: NonNullable<Pricing['surcharges']>,
  standardHours: string | undefined,
  { say, text, name, percent, decimal, language, anchors }: Writing,
): Subject {
  const days = {
    mon: text('lundi', 'Monday'),
    tue: text('mardi', 'Tuesday'),
    wed: text('mercredi', 'Wednesday'),
    thu: text('jeudi', 'Thursday'),
    fri: text('vendredi', 'Friday'),
    sat: text('samedi', 'Saturday'),
    sun: text('dimanche', 'Sunday'),
    holidays: text('jours fériés', 'public holidays'),
  }
  return {
    anchor: 'article:surcharges',
    title: say(fr`Majorations hors heures ouvrées`, en`Surcharges outside standard hours`),
    blocks: present(
      standardHours === undefined
        ? undefined
        : paragraph(
            say(
              fr`Les heures sans majoration sont celles du calendrier « ${name('calendar', standardHours)} ».`,
              en`The hours without surcharge are those of the calendar “${name('calendar', standardHours)}”.`,
            ),
          ),
      list.length > 0 &&
        withoutEmptyColumns(
          table(
            text('Majorations', 'Surcharges'),
            [
              column(text('Majoration', 'Surcharge'), 2),
              column(text('Identifiant', 'Identifier'), 1.4),
              column(text('Clause', 'Clause'), 0.8),
              column(text('Jours', 'Days'), 2.2),
              column(text('Heures', 'Hours'), 2),
              numbers(text('Prix', 'Price'), 1.2),
            ],
            list.map(({ id, clause, label, days: on, hours, share, factor }) =>
              row(
                [
                  label ?? id,
                  code(id),
                  clause,
                  on.map((day) => days[day]).join(', '),
                  intervalsInWords(hours, language),
                  share === undefined ? `×${decimal(factor ?? '')}` : `+${percent(share)}`,
                ],
                anchors.of('surcharge', id),
              ),
            ),
          ),
        ),
    ),
  }
}

type Limit = NonNullable<Pricing['minimum']>[number]

function limitsSubject(minimum: readonly Limit[], maximum: readonly Limit[], writing: Writing): Subject {
  const { say, text, money, name, anchors } = writing
  const periods = {
    order: text('par commande', 'each order'),
    month: text('par mois', 'each month'),
    year: text('par an', 'each year'),
    contract: text('sur la durée du contrat', 'over the contract'),
  }
  const vats = { excluded: text('hors TVA', 'VAT excluded'), included: text('TVA comprise', 'VAT included') }
  const line =
    (kind: string) =>
    ({ amount, per, vat, document, clause }: Limit) =>
      row(
        [
          kind,
          amount === 'none' ? text('aucun', 'none') : money(amount),
          periods[per],
          vat && vats[vat],
          document === undefined ? undefined : name('document', document),
          clause,
        ],
        clause === undefined ? undefined : anchors.of('limit', `limit-${clause}`),
      )
  return {
    anchor: 'article:limits',
    title: say(fr`Minimums et maximums`, en`Minimums and maximums`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Minimums et maximums', 'Minimums and maximums'),
          [
            column(text('Limite', 'Limit'), 1.2),
            column(text('Montant', 'Amount'), 1.6),
            column(text('Étendue', 'Extent'), 1.6),
            column(text('TVA', 'VAT'), 1.2),
            column(text('Document', 'Document'), 2),
            column(text('Clause', 'Clause'), 0.8),
          ],
          [...minimum.map(line(text('minimum', 'minimum'))), ...maximum.map(line(text('maximum', 'maximum')))],
        ),
      ),
    ],
  }
}

function hourBlocksSubject(
  list: NonNullable<Pricing['hourBlocks']>,
  { say, text, money, decimal, duration, anchors }: Writing,
): Subject {
  const refunds = {
    'at-exit': text('remboursées à la fin du contrat', 'refunded at the end'),
    none: text('non remboursées', 'not refunded'),
  }
  return {
    anchor: 'article:hour-blocks',
    title: say(fr`Carnets d’heures`, en`Hour blocks`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Carnets d’heures', 'Hour blocks'),
          [
            column(text('Carnet', 'Block'), 2),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Clause', 'Clause'), 0.8),
            numbers(text('Heures', 'Hours'), 0.9),
            numbers(text('Prix', 'Price'), 1.3),
            column(text('Décompte par', 'Counted by'), 1.3),
            column(text('Validité', 'Validity'), 1.2),
            column(text('Report', 'Carry-over'), 1.2),
            column(text('Heures non utilisées', 'Unused hours'), 1.8),
          ],
          list.map(({ id, clause, label, hours, price, increment, validity, refund, carryOver }) =>
            row(
              [
                label ?? id,
                code(id),
                clause,
                decimal(hours),
                money(price),
                increment === undefined ? undefined : duration(increment),
                validity === undefined ? undefined : duration(validity),
                carryOver === undefined ? undefined : duration(carryOver),
                refund && refunds[refund],
              ],
              anchors.of('hour-block', id),
            ),
          ),
        ),
      ),
    ],
  }
}
