import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './read-project.ts'
import { runNode } from './run-node.ts'

const engine = join(root, 'packages/engine')
const dist = join(engine, 'dist')

type EngineManifest = {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly exports: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/**
 * Emits `packages/engine/dist`: the engine as a package of its own, JavaScript and declarations, for programs outside
 * this workspace. `npm pack packages/engine/dist` makes the tarball; the workspace itself goes on with the sources.
 */
function build(): void {
  rmSync(dist, { recursive: true, force: true })
  runNode('node_modules/typescript/bin/tsc', '-p', 'packages/engine/tsconfig.build.json')
  const manifest = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8')) as EngineManifest
  const { name, version, description, license, dependencies } = manifest
  const doors = Object.entries(manifest.exports).map(([door, source]) => [door, emitted(source)] as const)
  for (const [door, { types, default: code }] of doors) {
    for (const file of [types, code]) if (!existsSync(join(dist, file))) throw new Error(`${door}: ${file} is missing`)
  }
  const published = {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: { ...Object.fromEntries(doors), './package.json': './package.json' },
    dependencies,
  }
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(published, null, 2)}\n`)
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'))
  copyFileSync(join(engine, 'README.md'), join(dist, 'README.md'))
  console.log(`packages/engine/dist: ${name} ${version}, ${doors.map(([door]) => name + door.slice(1)).join(', ')}`)
}

function emitted(source: string): { readonly types: string; readonly default: string } {
  return { types: source.replace(/\.ts$/, '.d.ts'), default: source.replace(/\.ts$/, '.js') }
}

build()
