import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The fences of the repository: `architecture.json`. */
export type Architecture = {
  /** A file belongs to the room with the longest path that holds it. */
  readonly rooms: readonly Room[]
  /** Rooms that test files may import beside those of their own room. */
  readonly testsMayImport: readonly string[]
  /** Libraries kept behind one door: the only files that import them (tests apart). */
  readonly libraries: Readonly<Record<string, readonly string[]>>
}
export type Room = {
  readonly room: string
  readonly path: string
  readonly holds: string
  readonly mayImport: readonly string[]
}

/** A package.json, as far as the fences read it. */
export type Manifest = {
  readonly name: string
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Texts by path, and manifests by folder (`''` is the root), so that a test can plant a violation in memory. */
export type Project = {
  readonly architecture: Architecture
  readonly files: ReadonlyMap<string, string>
  readonly manifests: ReadonlyMap<string, Manifest>
}

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../', import.meta.url))

/** The repository as it stands: its TypeScript files, manifests and `architecture.json`. */
export function readProject(): Project {
  const folders = ['', ...globSync('packages/*', { cwd: root }), 'bench'].filter((folder) =>
    existsSync(join(root, folder, 'package.json')),
  )
  const paths = globSync('{packages,bench,scripts}/**/*.ts', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })
  return {
    architecture: readJson('architecture.json') as Architecture,
    files: new Map(
      paths
        .filter(isSource)
        .sort()
        .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
    ),
    manifests: new Map(folders.map((folder) => [folder, readJson(join(folder, 'package.json')) as Manifest])),
  }
}

function isSource(path: string): boolean {
  return !path.split('/').some((part) => part === 'node_modules' || part === 'dist')
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
