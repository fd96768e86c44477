import { readFileSync, writeFileSync } from 'node:fs'

type LockEntry = {
  readonly version?: string
  readonly dev?: boolean
  readonly license?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { packages: Record<string, LockEntry> }

/**
 * Names in package-lock.json the native binaries of every platform that a locked package lists as optional.
 * A registry that holds only some of them leaves the others out of the lock, and `npm ci` then refuses it everywhere.
 */
export function completeLock(lock: Lock): readonly string[] {
  const added: string[] = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const at = `node_modules/${name}`
      if (lock.packages[at] !== undefined || !/^\d/.test(version)) continue
      lock.packages[at] = {
        version,
        ...platformOf(name),
        ...(entry.dev === true ? { dev: true } : {}),
        ...(entry.license === undefined ? {} : { license: entry.license }),
        optional: true,
      } as LockEntry
      added.push(at)
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  return added
}

const systems = ['linux', 'darwin', 'win32', 'android', 'freebsd', 'openharmony']
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']

/** The `os`, `cpu` and `libc` that a binary's name ends with: `…-linux-arm64-musl`. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const parts = name.split('/').at(-1)?.split('-') ?? []
  const os = systems.filter((system) => parts.includes(system))
  const cpu = processors.filter((processor) => parts.includes(processor))
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`no platform in the name ${name}: complete the lock by hand`)
  const libc = parts.some((part) => part.startsWith('musl')) ? ['musl'] : os[0] === 'linux' ? ['glibc'] : undefined
  return { os, cpu, ...(libc === undefined ? {} : { libc }) }
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  for (const path of completeLock(lock)) console.log(`added ${path}`)
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
}
