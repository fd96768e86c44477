import { nearestWord } from '../base/document/nearest-word.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import { FIVE_DIMENSIONS, RESERVED_DIMENSIONS } from './dimensions.ts'
import { DECLARING_LIST, type RuleTerms, SCOPE_OUTCOMES, type ScopeTerms } from './scope-terms.ts'

/**
 * Every fault of a scope given as plain values, each with its path (`scope.rules[3].when.site`). Empty: the scope can be
 * decided. A contract file is checked by `readContract`, which also knows lines and columns.
 */
export function checkScope(scope: ScopeTerms): readonly Issue[] {
  if (!isMap(scope))
    return [
      issue('not-a-map', 'scope', localise('ce périmètre n’est pas un bloc de clés', 'this scope is no map of keys')),
    ]
  const declared = new Map<string, readonly string[]>()
  const issues = [...checkFive(scope, declared), ...checkFurther(scope, declared)]
  const rules: unknown = scope.rules ?? []
  if (!Array.isArray(rules)) return [...issues, notAList('scope.rules')]
  const ids = rules.flatMap((rule) => (isMap(rule) && typeof rule.id === 'string' ? [rule.id] : []))
  issues.push(...twice(ids, 'scope.rules'))
  for (const [index, rule] of rules.entries()) issues.push(...checkRule(rule, `scope.rules[${index}]`, declared, ids))
  const prerequisites: unknown = scope.prerequisites ?? []
  if (!Array.isArray(prerequisites)) return [...issues, notAList('scope.prerequisites')]
  for (const [index, one] of prerequisites.entries()) {
    if (isMap(one)) issues.push(...checkWhen(one.when, `scope.prerequisites[${index}].when`, declared))
  }
  return issues.length > 0 ? issues : findCycle(scope.rules ?? [])
}

type Declared = Map<string, readonly string[]>

function checkFive(scope: ScopeTerms, declared: Declared): Issue[] {
  return FIVE_DIMENSIONS.flatMap((name) => {
    const list = DECLARING_LIST[name]
    return declare(name, scope[list], `scope.${list}`, declared)
  })
}

function checkFurther(scope: ScopeTerms, declared: Declared): Issue[] {
  const further: unknown = scope.dimensions ?? {}
  if (!isMap(further)) {
    return [
      issue(
        'not-a-map',
        'scope.dimensions',
        localise('des dimensions par leur nom sont attendues', 'dimensions by their names are expected'),
      ),
    ]
  }
  return Object.entries(further).flatMap(([name, values]) => {
    const path = `scope.dimensions.${name}`
    const reserved = localise(
      `« ${name} » a déjà un sens dans le format`,
      `"${name}" has a meaning in the format already`,
    )
    if (RESERVED_DIMENSIONS.has(name)) return [issue('reserved-name', path, reserved)]
    return declare(name, values, path, declared)
  })
}

function declare(name: string, values: unknown, path: string, declared: Declared): Issue[] {
  if (values === undefined) return []
  if (!Array.isArray(values)) return [notAList(path)]
  const ids: string[] = []
  const issues: Issue[] = []
  for (const [index, value] of values.entries()) {
    const id: unknown = isMap(value) ? value.id : value
    if (typeof id === 'string' && id !== '') ids.push(id)
    else
      issues.push(
        issue('missing-key', `${path}[${index}].id`, localise('il manque la clé « id »', 'the key "id" is missing')),
      )
  }
  declared.set(name, ids)
  return [...issues, ...twice(ids, path)]
}

function checkRule(rule: unknown, path: string, declared: Declared, ids: readonly string[]): Issue[] {
  if (!isMap(rule))
    return [issue('not-a-map', path, localise('cette règle n’est pas un bloc de clés', 'this rule is no map of keys'))]
  const issues = checkWhen(rule.when, `${path}.when`, declared)
  if (typeof rule.id !== 'string' || rule.id === '') {
    issues.push(issue('missing-key', `${path}.id`, localise('il manque la clé « id »', 'the key "id" is missing')))
  }
  if (!SCOPE_OUTCOMES.some((outcome) => outcome === rule.then)) {
    const expected = localise(`l’un de : ${SCOPE_OUTCOMES.join(', ')}`, `one of ${SCOPE_OUTCOMES.join(', ')}`)
    const message = localise(
      `« ${String(rule.then)} » ne convient pas ici`,
      `"${String(rule.then)}" is not accepted here`,
    )
    issues.push({ ...issue('unknown-value', `${path}.then`, message), expected })
  }
  const overrides: unknown = rule.overrides ?? []
  if (!Array.isArray(overrides)) return [...issues, notAList(`${path}.overrides`)]
  for (const [index, other] of overrides.entries()) {
    if (ids.includes(String(other))) continue
    issues.push(
      unresolved(
        localise('aucune règle de périmètre', 'no scope rule'),
        String(other),
        ids,
        `${path}.overrides[${index}]`,
      ),
    )
  }
  return issues
}

function checkWhen(when: unknown, path: string, declared: Declared): Issue[] {
  if (when === undefined) return []
  if (!isMap(when))
    return [
      issue(
        'not-a-map',
        path,
        localise('des dimensions et leurs valeurs sont attendues', 'dimensions with their values are expected'),
      ),
    ]
  return Object.entries(when).flatMap(([name, named]): Issue[] => {
    if (named === undefined) return []
    const known = declared.get(name)
    const at = `${path}.${name}`
    if (known === undefined && !FIVE_DIMENSIONS.some((one) => one === name)) {
      return [
        unresolved(localise('aucune dimension', 'no dimension'), name, [...FIVE_DIMENSIONS, ...declared.keys()], at),
      ]
    }
    const values: readonly unknown[] = Array.isArray(named) ? named : [named]
    if (values.length === 0) return [issue('empty-list', at, localise('cette liste est vide', 'this list is empty'))]
    return values.flatMap((value, index) => {
      if (typeof value === 'string' && known?.includes(value)) return []
      return [
        unresolved(
          localise('aucune valeur déclarée', 'no declared value'),
          String(value),
          known ?? [],
          Array.isArray(named) ? `${at}[${index}]` : at,
        ),
      ]
    })
  })
}

/** A rule that beats itself, alone or by way of others: nothing would follow from it. */
function findCycle(rules: readonly RuleTerms[]): Issue[] {
  const beats = new Map(rules.map(({ id, overrides }) => [id, overrides ?? []]))
  const done = new Set<string>()
  for (const [index, { id }] of rules.entries()) {
    const loop = loopFrom(id, beats, done)
    if (loop === undefined) continue
    const chain = loop.join(' → ')
    const message = localise(
      `ces règles s’écartent en boucle : ${chain}`,
      `these rules beat each other in a loop: ${chain}`,
    )
    const expected = localise('un enchaînement sans boucle', 'a chain without a loop')
    return [{ ...issue('cycle', `scope.rules[${index}].overrides`, message), expected }]
  }
  return []
}

function loopFrom(
  start: string,
  beats: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): string[] | undefined {
  const trail: { readonly id: string; next: number }[] = [{ id: start, next: 0 }]
  const onTrail = new Set([start])
  for (let top = trail.at(-1); top !== undefined && !done.has(top.id); top = trail.at(-1)) {
    const next = (beats.get(top.id) ?? [])[top.next++]
    if (next === undefined) {
      done.add(top.id)
      onTrail.delete(top.id)
      trail.pop()
    } else if (onTrail.has(next)) {
      const ids = trail.map(({ id }) => id)
      return [...ids.slice(ids.indexOf(next)), next]
    } else if (!done.has(next)) {
      trail.push({ id: next, next: 0 })
      onTrail.add(next)
    }
  }
  return undefined
}

function twice(ids: readonly string[], path: string): Issue[] {
  const first = new Map<string, number>()
  return ids.flatMap((id, index) => {
    if (!first.has(id)) {
      first.set(id, index)
      return []
    }
    return [
      issue(
        'duplicate-id',
        `${path}[${index}].id`,
        localise(`« ${id} » est déjà déclaré`, `"${id}" is already declared`),
      ),
    ]
  })
}

function unresolved(none: Localised, name: string, known: readonly string[], path: string): Issue {
  const near = nearestWord(name, known)
  const meant = {
    fr: near === undefined ? '' : ` ; vouliez-vous dire « ${near} » ?`,
    en: near === undefined ? '' : `; did you mean "${near}"?`,
  }
  const message = localise(`${none.fr} « ${name} »${meant.fr}`, `${none.en} "${name}"${meant.en}`)
  const listed = known.slice(0, 50).join(', ')
  return {
    ...issue('unresolved-reference', path, message),
    ...(known.length > 0 && { expected: localise(`l’un de : ${listed}`, `one of ${listed}`) }),
  }
}

function notAList(path: string): Issue {
  return issue('not-a-list', path, localise('une liste est attendue', 'a list is expected'))
}

function issue(code: string, path: string, message: Localised): Issue {
  return { code, place: { path }, message }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
