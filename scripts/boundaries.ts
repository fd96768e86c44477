import { matchesGlob, posix } from 'node:path'
import { type Import, importsOf } from './imports-of.ts'
import { type Project, type Room, readProject } from './read-project.ts'

export type Violation = { readonly rule: Rule; readonly path: string; readonly line?: number; readonly what: string }
export type Rule =
  | 'room'
  | 'leaves-package'
  | 'not-a-door'
  | 'unresolved'
  | 'undeclared'
  | 'unused-dependency'
  | 'library-door'
  | 'cycle'

/** Every crossing of a fence by an import of the project's TypeScript files, in order of path. */
export function findViolations(project: Project): readonly Violation[] {
  const edges = [...project.files].flatMap(([path, text]) => importsOf(path, text).map((edge) => ({ path, edge })))
  const violations = [
    ...edges.flatMap(({ path, edge }) => judge(project, path, edge)),
    ...unusedDependencies(project, edges),
    ...cycles(project, edges),
  ]
  return violations.sort((a, b) => (a.path === b.path ? (a.line ?? 0) - (b.line ?? 0) : a.path < b.path ? -1 : 1))
}

type Edge = { readonly path: string; readonly edge: Import }

function judge(project: Project, path: string, { specifier, line }: Import): readonly Violation[] {
  const say = (rule: Rule, what: string): Violation => ({ rule, path, line, what })
  if (specifier.startsWith('node:')) return []
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier)
    if (packageOf(project, target) !== packageOf(project, path)) {
      return [say('leaves-package', `${specifier}: another package is imported by its name`)]
    }
    if (target.endsWith('.ts') && !project.files.has(target)) return [say('unresolved', specifier)]
    return crossing(project, path, roomOf(project, target)).map((what) => say('room', what))
  }
  const [name, door] = packageAndDoor(specifier)
  const declared = isDeclared(project, path, name) ? [] : [say('undeclared', `${name} is not in its package.json`)]
  const folder = [...project.manifests].find(([, manifest]) => manifest.name === name)?.[0]
  if (folder !== undefined) {
    const target = project.manifests.get(folder)?.exports?.[door]
    if (target === undefined) return [say('not-a-door', `${specifier} is not in the exports of ${name}`)]
    return [...declared, ...crossing(project, path, roomOf(project, `${folder}/`)).map((what) => say('room', what))]
  }
  const doors = project.architecture.libraries[name]
  const behind = doors === undefined || isTest(path) || doors.some((glob) => matchesGlob(path, glob))
  return behind ? declared : [...declared, say('library-door', `${name} is imported by ${doors.join(', ')} only`)]
}

function crossing(project: Project, path: string, target: Room | undefined): readonly string[] {
  const own = roomOf(project, path)
  if (own === undefined || target === undefined || own.room === target.room) return []
  if (own.mayImport.includes(target.room)) return []
  if (isTest(path) && project.architecture.testsMayImport.includes(target.room)) return []
  return [`${own.room} may not import ${target.room}`]
}

function roomOf(project: Project, path: string): Room | undefined {
  return project.architecture.rooms
    .filter((room) => path.startsWith(`${room.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

function packageOf(project: Project, path: string): string {
  const folders = [...project.manifests.keys()].filter((folder) => folder !== '' && path.startsWith(`${folder}/`))
  return folders.sort((a, b) => b.length - a.length)[0] ?? ''
}

function packageAndDoor(specifier: string): readonly [name: string, door: string] {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  return [parts.slice(0, length).join('/'), ['.', ...parts.slice(length)].join('/')]
}

function isTest(path: string): boolean {
  return path.endsWith('.test.ts')
}

/** The test tools of the root serve every package's tests; everything else is declared where it is imported. */
function isDeclared(project: Project, path: string, name: string): boolean {
  const own = project.manifests.get(packageOf(project, path))
  const root = project.manifests.get('')
  const needs = { ...own?.dependencies, ...(isTest(path) ? { ...root?.devDependencies, ...own?.devDependencies } : {}) }
  return name in (own === root ? { ...own?.dependencies, ...own?.devDependencies } : needs)
}

/** A package lists what it imports and nothing else; knip answers for the tools of the root. */
function unusedDependencies(project: Project, edges: readonly Edge[]): readonly Violation[] {
  return [...project.manifests].flatMap(([folder, manifest]) => {
    if (folder === '') return []
    const imported = edges.filter(({ path }) => packageOf(project, path) === folder)
    const names = new Set(imported.map(({ edge }) => packageAndDoor(edge.specifier)[0]))
    const inSources = new Set(
      imported.filter(({ path }) => !isTest(path)).map(({ edge }) => packageAndDoor(edge.specifier)[0]),
    )
    const unused = [
      ...Object.keys(manifest.dependencies ?? {}).filter((name) => !inSources.has(name)),
      ...Object.keys(manifest.devDependencies ?? {}).filter((name) => !names.has(typed(name))),
    ]
    const path = `${folder}/package.json`
    return unused.map(
      (name) => ({ rule: 'unused-dependency', path, what: `${name} is listed and not imported` }) as const,
    )
  })
}

function typed(name: string): string {
  return name.startsWith('@types/') ? name.slice('@types/'.length) : name
}

/** One violation for each cycle of files, types included, named by its first file in order of path. */
function cycles(project: Project, edges: readonly Edge[]): readonly Violation[] {
  const next = new Map<string, string[]>()
  for (const { path, edge } of edges) {
    if (!edge.specifier.startsWith('.')) continue
    const target = posix.join(posix.dirname(path), edge.specifier)
    if (project.files.has(target)) next.set(path, [...(next.get(path) ?? []), target])
  }
  const found: Violation[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path)
    if (from >= 0) {
      const loop = trail.slice(from)
      const first = [...loop].sort()[0] ?? path
      const turned = [...loop.slice(loop.indexOf(first)), ...loop.slice(0, loop.indexOf(first)), first]
      found.push({ rule: 'cycle', path: first, what: turned.join(' → ') })
    } else if (!done.has(path)) {
      for (const target of next.get(path) ?? []) walk(target, [...trail, path])
      done.add(path)
    }
  }
  for (const path of [...project.files.keys()].sort()) walk(path, [])
  return found
}

if (import.meta.main) {
  const violations = findViolations(readProject())
  for (const { rule, path, line, what } of violations) {
    console.error(`${path}${line === undefined ? '' : `:${line}`} ${rule}: ${what}`)
  }
  process.exitCode = violations.length === 0 ? 0 : 1
}
