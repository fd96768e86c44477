import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { Contract } from '../contract.ts'

/** A document that cites other general conditions than those that govern the contract. */
export const foreignStandard: LintRule<Contract> = {
  id: 'XR03',
  severity: 'warning',
  title: localise('Référentiel étranger au contrat', 'Standard foreign to the contract'),
  why: localise(
    'Un renvoi au CCAG-FCS dans un marché régi par le CCAG-TIC renvoie à d’autres délais et d’autres pénalités.',
    'A reference to other general conditions than the governing ones brings other delays and other penalties.',
  ),
  mend: localise(
    'Corrigez le renvoi, ou ajoutez ce référentiel à contract.governedBy.',
    'Correct the reference, or add that standard to contract.governedBy.',
  ),
  find({ governedBy, documents = [] }) {
    if (governedBy === undefined) return []
    const governing = new Set(governedBy.map(plain))
    return documents.flatMap(({ id, cites = [] }, index) =>
      cites.flatMap((standard, place) =>
        governing.has(plain(standard))
          ? []
          : [
              {
                path: ['contract', 'documents', index, 'cites', place],
                message: localise(
                  `Référentiel étranger au contrat : « ${id} » cite ${standard}, le contrat relève de ${governedBy.join(', ')}.`,
                  `"${id}" cites ${standard}; the contract is governed by ${governedBy.join(', ')}.`,
                ),
              },
            ],
      ),
    )
  },
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0‐‑–-]+/g, ' ')
    .trim()
}
