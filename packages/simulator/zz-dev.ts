import { readFileSync } from 'node:fs'
import { readDocument } from '../engine/base/document/read-document.ts'
import { readVersion } from '../engine/contract/read-version.ts'
import { buildContract } from '../engine/contract/build-contract.ts'
import { simulate } from './index.ts'
const [, , path, seed, scale, what = 'events'] = process.argv
const tree: any = readDocument(readFileSync(path!, 'utf8'))
const r: any = readVersion(tree.root ?? tree.tree ?? tree.node)
if (!r.ok) { for (const i of r.issues.slice(0, 10)) console.error(JSON.stringify(i)); process.exit(1) }
const contract = buildContract(r.document, { version: '1', effectiveFrom: r.document.contract.effectiveFrom })
const t = performance.now()
const s: any = simulate({ contract, from: '2026-01-01', to: '2027-01-01', seed: Number(seed), scale: Number(scale) })
let n = 0, bytes = 0
for (const piece of s[what]()) { if (process.env.OUT) process.stdout.write(piece); n += piece.split('\n').length - 1; bytes += piece.length }
console.error(n, bytes, ((performance.now() - t) | 0) + ' ms', (process.memoryUsage().rss/1e6|0)+' MB')
