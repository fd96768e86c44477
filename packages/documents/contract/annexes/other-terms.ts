import { type Contract, sayValue, termIn } from '@vigie/engine'
import { code, en, fr } from '../inline.ts'
import { type Annex, column, paragraph, row, table } from '../parts.ts'
import { STEP, valueAt } from '../track-reads.ts'
import type { Writing } from '../writing.ts'

/** What the reader of the contract adds, that says nothing of its own; the notice is said in the document’s language. */
const ADDED: ReadonlySet<string> = new Set(['labels', 'startsOn', 'effectiveTo', 'language', 'notice'])

/** Defaults of the clocks, that have no effect where no article says them. */
const SILENT = /^\.commitments\.(clock|milestones)\./

/**
 * Annex: what no article says, value by value in the words of the format, so that nothing in the contract is left out.
 * `paths`: of `trackReads`.
 */
export function otherTermsAnnex(contract: Contract, paths: readonly string[], writing: Writing): Annex | undefined {
  const { say, text, language } = writing
  const left = paths.filter((path) => !ADDED.has(path.split(STEP)[1] ?? '') && !SILENT.test(path.replaceAll(STEP, '.')))
  if (left.length === 0) return undefined
  const context = { currency: contract.currency, label: (id: string) => contract.labels[id] }
  return {
    anchor: 'annex:other',
    title: say(fr`Autres stipulations`, en`Other provisions`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat porte aussi les stipulations ci-dessous, désignées par leur emplacement dans le contrat tenu sous forme de données.`,
          en`The contract also has the provisions below, named by their place in the contract kept as data.`,
        ),
      ),
      table(
        text('Autres stipulations', 'Other provisions'),
        [
          column(text('Stipulation', 'Provision'), 2),
          column(text('Valeur', 'Value'), 3),
          column(text('Emplacement', 'Place'), 3),
        ],
        left.map((path) => {
          const keys = path.split(STEP).slice(1)
          const names = keys.filter((key) => !/^\d+$/.test(key))
          const key = names.at(-1) ?? ''
          return row([
            termIn(names.at(-2) ?? '', key)?.[language] ?? code(key),
            sayValue(valueAt(contract, path), key, context)[language],
            code(placeOf(contract, keys)),
          ])
        }),
      ),
    ],
  }
}

/** `commitments.targets[P1-RESPONSE].note`: list elements by their id where they have one. */
function placeOf(contract: Contract, keys: readonly string[]): string {
  return keys.reduce((place, key, index) => {
    if (!/^\d+$/.test(key)) return place === '' ? key : `${place}.${key}`
    const element = valueAt(contract, STEP + keys.slice(0, index + 1).join(STEP))
    const id = typeof element === 'object' && element !== null && 'id' in element ? String(element.id) : key
    return `${place}[${id}]`
  }, '')
}
