import type { Path } from '../../base/document/source-node.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import type { Contract } from '../contract.ts'

/** A tenant, domain, certificate or secret that is not the client's, or that no line says how to pass on. */
export const untransferableAsset: LintRule<Contract> = {
  id: 'RV08',
  severity: 'error',
  title: localise('Actif clé non transférable', 'Key asset that cannot be transferred'),
  why: localise(
    'Qui détient le nom de domaine, le tenant ou les secrets peut bloquer le départ.',
    'Whoever holds the domain, the tenant or the secrets can block the exit.',
  ),
  mend: localise(
    'Mettez l’actif au nom du client (owner: client), et dites comment il passe au repreneur (transfer).',
    'Put the asset in the client’s name (owner: client), and say how it passes to the successor (transfer).',
  ),
  find({ chapters }) {
    const { assets = [], clause } = chapters.exit ?? {}
    const { domains = [], certificates = [] } = chapters.scope?.registers ?? {}
    const passedOn = new Set(assets.filter(({ transfer }) => transfer !== undefined).map(({ id }) => id))
    return [
      ...assets.flatMap(({ id, label, kind, owner, transfer }, index): readonly Violation[] => {
        const path = ['exit', 'assets', index]
        const name = label ?? id
        if (!KEY_KINDS.has(kind)) return []
        if (owner !== 'client') return [{ ...heldElsewhere(name, path), ...numbered(clause) }]
        if (transfer !== undefined) return []
        return [
          {
            path,
            ...numbered(clause),
            message: localise(
              `« ${name} » : rien ne dit comment il passe au repreneur.`,
              `"${name}": nothing says how it passes to the successor.`,
            ),
          },
        ]
      }),
      ...[
        ...domains.map((entry, index) => ({ ...entry, path: ['scope', 'registers', 'domains', index] })),
        ...certificates.map((entry, index) => ({ ...entry, path: ['scope', 'registers', 'certificates', index] })),
      ].flatMap(({ id, name, holder, path }) =>
        holder !== 'provider' || passedOn.has(id) ? [] : [heldElsewhere(name, [...path, 'holder'])],
      ),
    ]
  },
}

const KEY_KINDS: ReadonlySet<string> = new Set(['tenant', 'domain', 'certificate', 'secret'])

function heldElsewhere(name: string, path: Path): Violation {
  return {
    path,
    message: localise(
      `« ${name} » n’appartient pas au client : il ne pourra pas l’emporter.`,
      `"${name}" is not the client’s: it cannot be taken along.`,
    ),
  }
}
