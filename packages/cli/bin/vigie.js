#!/usr/bin/env node
// Plain JavaScript for any Node from 20.19 on: finds a Node that runs TypeScript and starts the command on it.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver, projectNode, root, runsTypeScript } from './project-node.js'

const main = new URL('../main.ts', import.meta.url)
const node = projectNode()

if (!existsSync(join(root, 'node_modules', '@vigie', 'engine'))) {
  process.stderr.write(
    "vigie : lancez d'abord « npm start » dans ce dossier. / Run `npm start` in this folder first.\n",
  )
  process.exitCode = 2
} else if (runsTypeScript) {
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'vigie'))
  await import(main.href)
} else if (node) {
  handOver(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
} else {
  process.stderr.write(
    `vigie : Node 22.18 ou plus récent est nécessaire (ici ${process.version}). / Needs Node 22.18 or later.\n`,
  )
  process.exitCode = 2
}
