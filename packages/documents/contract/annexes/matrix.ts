import { sayBox } from '../boxes.ts'
import type { ScopeRule as Rule } from '../clause-types.ts'
import type { Block, Inline, Row, Run } from '../document-model.ts'
import { en, fr, joined } from '../inline.ts'
import { type Annex, column, paragraph, row, table } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Columns of a table that a page still holds. */
const COLUMNS_AT_ONCE = 6
/** Rules of a cell that a reader still reads; the articles have them all. */
const RULES_AT_ONCE = 4

/** Annex: who is in charge of each class and intervention, and under which condition. */
export function matrixAnnex(writing: Writing): Annex | undefined {
  const { contract, say, text } = writing
  const { scope } = contract.chapters
  const rules = scope?.rules ?? []
  if (scope === undefined || rules.length === 0) return undefined
  const classes = scope.assetClasses ?? []
  const interventions = scope.interventions ?? []
  const rows = classes.length > 0 ? classes : [undefined]
  const columns = interventions.length > 0 ? interventions : [undefined]
  const groups = Array.from({ length: Math.ceil(columns.length / COLUMNS_AT_ONCE) }, (_, index) =>
    columns.slice(index * COLUMNS_AT_ONCE, (index + 1) * COLUMNS_AT_ONCE),
  )
  const caption = text('Matrice du périmètre', 'Scope matrix')
  return {
    anchor: 'annex:matrix',
    title: say(fr`Matrice du périmètre`, en`Scope matrix`),
    wide: true,
    blocks: [
      paragraph(
        say(
          fr`Chaque case dit ce qui s’applique et la règle qui le décide ; une règle soumise à condition l’emporte ou cède selon ce qu’elle écarte (${{ text: '', to: 'article:coverage' }}).`,
          en`Each cell says what applies and which rule decides; a rule under a condition prevails or yields by what it overrides (${{ text: '', to: 'article:coverage' }}).`,
        ),
      ),
      ...groups.map(
        (group, index): Block =>
          table(
            groups.length === 1 ? caption : `${caption} (${index + 1}/${groups.length})`,
            [
              column(text('Équipements', 'Assets'), 1.4),
              ...group.map((intervention) =>
                column(intervention?.label ?? intervention?.id ?? text('Toute intervention', 'Every intervention'), 2),
              ),
            ],
            rows.map(
              (assetClass): Row =>
                row([
                  assetClass?.label ?? assetClass?.id ?? text('Tout équipement', 'Every asset'),
                  ...group.map((intervention) => cell(deciding(rules, assetClass?.id, intervention?.id), writing)),
                ]),
            ),
          ),
      ),
    ],
  }
}

/** The rules that may decide a pair: those that a rule without further condition overrides are left out. */
function deciding(
  rules: readonly Rule[],
  assetClass: string | undefined,
  intervention: string | undefined,
): readonly Rule[] {
  const holds = (values: readonly string[] | undefined, value: string | undefined) =>
    values === undefined || value === undefined || values.includes(value)
  const here = rules.filter(
    ({ when }) => holds(when?.assetClass, assetClass) && holds(when?.intervention, intervention),
  )
  const beaten = new Set(here.filter((rule) => restOf(rule) === undefined).flatMap(({ overrides }) => overrides ?? []))
  return here.filter(({ id }) => !beaten.has(id))
}

/** The condition of a rule beside class and intervention; undefined where it has none. */
function restOf({ when }: Rule): Readonly<Record<string, readonly string[]>> | undefined {
  const { assetClass: _, intervention: __, ...rest } = when ?? {}
  const stated = Object.entries(rest).filter(([, values]) => values !== undefined)
  return stated.length === 0 ? undefined : (Object.fromEntries(stated) as Readonly<Record<string, readonly string[]>>)
}

function cell(rules: readonly Rule[], writing: Writing): Inline {
  const { text, say, language } = writing
  if (rules.length === 0) return say(fr`aucune règle`, en`no rule`)
  const shown = rules.slice(0, RULES_AT_ONCE).map((rule) => ruleText(rule, writing))
  const more = rules.length - shown.length
  const rest = more > 0 ? [text(`et ${more} autres règles`, `and ${more} more rules`)] : []
  return joined([...shown, ...rest], language === 'fr' ? '\u202f; ' : '; ')
}

function ruleText(rule: Rule, writing: Writing): Inline {
  const { text, say, anchors } = writing
  const words = {
    included: text('inclus', 'included'),
    'on-demand': text('hors forfait', 'on demand'),
    excluded: text('hors périmètre', 'out of scope'),
    client: text('Client', 'Client'),
    'third-party': text('tiers', 'third party'),
  }
  const to = anchors.to('rule', rule.id)
  const reference: Run = { text: rule.clause ?? rule.id, ...(to === undefined ? {} : { to }) }
  const rest = restOf(rule)
  const condition = rest === undefined ? [] : say(fr`, ${sayBox(rest, writing)}`, en`, ${sayBox(rest, writing)}`)
  return joined([{ text: words[rule.then], strong: true }, ' (', reference, ')', condition])
}
