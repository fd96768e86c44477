import type { Path } from '../../base/document/source-node.ts'
import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'
import { type ClauseCarrier, clauseCarriers } from './clause-carriers.ts'

/** One clause number for two elements, unless `clauses` says that it is one article; a term that nothing defines. */
export const duplicateNumber: LintRule<Contract> = {
  id: 'XR04',
  severity: 'warning',
  title: localise('Numérotation ou terme', 'Numbering or term'),
  why: localise(
    'Deux clauses du même numéro : le rapport en cite une, le lecteur ouvre l’autre. Un terme non défini se discute.',
    'Two clauses of one number: the report cites one, the reader opens the other. An undefined term is argued about.',
  ),
  mend: localise(
    'Donnez un numéro à chaque clause, ou déclarez dans « clauses » l’article qu’elles partagent ; définissez le terme.',
    'Number each clause, or declare the article that they share in `clauses`; define the term.',
  ),
  find(contract) {
    const { clauses = {}, definitions = {} } = contract
    const defined = new Set(Object.keys(definitions).map((term) => term.toLowerCase()))
    const first = new Map<string, ClauseCarrier>()
    const doubles = clauseCarriers(contract).flatMap((carrier) => {
      const { clause, path, id } = carrier
      const other = first.get(clause)
      if (other === undefined) first.set(clause, carrier)
      if (other === undefined || Object.hasOwn(clauses, clause) || mayShare(other.path, path)) return []
      const [a, b] = [other.id ?? String(other.path.at(-1)), id ?? String(path.at(-1))]
      return [
        {
          path: [...path, 'clause'],
          clause,
          message: localise(
            `Numérotation : ${a} et ${b} portent tous deux le numéro ${clause}.`,
            `Numbering: ${a} and ${b} both have the number ${clause}.`,
          ),
        },
      ]
    })
    const undefinedTerms = Object.entries(clauses).flatMap(([clause, { terms = [] }]) =>
      terms.flatMap((term, index) =>
        defined.has(term.toLowerCase())
          ? []
          : [
              {
                path: ['clauses', clause, 'terms', index],
                clause,
                message: localise(
                  `Terme non défini : la clause ${clause} emploie « ${term} ».`,
                  `Undefined term: clause ${clause} uses "${term}".`,
                ),
              },
            ],
      ),
    )
    return [...doubles, ...undefinedTerms]
  },
}

/** Lists whose elements are clauses each: an article of surcharges or options, by contrast, holds several. */
const NUMBERED_ONE_BY_ONE: ReadonlySet<string> = new Set(['targets', 'controls', 'penalties', 'rules'])

/** An article and its parts, or elements of a list that one article holds. */
function mayShare(a: Path, b: Path): boolean {
  if (a.every((step, index) => step === b[index])) return true
  const list = String(a.at(-2))
  const sameList = a.length === b.length && a.slice(0, -1).every((step, index) => step === b[index])
  return sameList && !NUMBERED_ONE_BY_ONE.has(list)
}
