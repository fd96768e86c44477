import {
  compareExport,
  createInventoryReader,
  type ExportedAsset,
  foldInventory,
  INVENTORY_COLUMNS,
  type InventoryFact,
  type InventoryImportCounts,
  type InventoryMapping,
  inventoryRow,
  type Language,
  translateInventory,
} from '@vigie/engine'
import { stringify } from 'csv-stringify/sync'
import type { Arguments } from './command.ts'
import { CommandFailure, type ExitCode, failureOf } from './failure.ts'
import { showProgress } from './progress.ts'
import { readStartOfDay } from './read-day.ts'
import { readSource } from './read-source.ts'
import { showNotes } from './show-notes.ts'
import { openOutput } from './write-output.ts'
import { writeToStdout } from './write-to-stdout.ts'

type Asked = { readonly given: Arguments; readonly language: Language; readonly json: boolean }

/**
 * The export of another tool, compared with the inventory known before it, as the facts of both: what was known, then
 * what this export adds, changes and misses.
 */
export async function importInventory(mapping: InventoryMapping, source: string, asked: Asked): Promise<ExitCode> {
  const { given, language, json } = asked
  const zone = given.text('time-zone') ?? mapping.zone?.name ?? 'Europe/Paris'
  const at = readAt(given.text('at'), zone, mapping)
  const previousPath = given.text('previous')
  const previous = previousPath === undefined ? [] : await readKnown(previousPath, zone, language)
  const translator = translateInventory(withConstants(mapping, given))
  await readSource(source, translator.write, showProgress(source))
  const translated = translator.end()
  if (!translated.ok) throw failureOf([translated.fault], source)
  showNotes(source, translated, language)
  const moment = at ?? lastAtOf(translated.assets)
  if (moment === undefined) throw atMissing()
  const known = foldInventory(previous, { at: moment })
  const facts = compareExport(known, translated.assets, moment)

  const out = given.text('out')
  const text = `${INVENTORY_COLUMNS.join(',')}\n${stringify([...previous, ...facts].map(inventoryRow))}`
  if (out !== undefined) writeWhole(out, text)
  else if (!json) await writeToStdout(text)
  const events = countEvents(facts)
  const { counts, rejectedByReason, rejected } = translated
  if (json) {
    const rows = rejected.map(({ message, ...row }) => ({ ...row, message: message[language] }))
    await writeToStdout(`${JSON.stringify({ counts, events, rejectedByReason, rejected: rows }, null, 2)}\n`)
  } else process.stderr.write(`vigie: ${countsText(counts, events, language)}\n`)
  return given.has('strict') && counts.rejected > 0 ? 1 : 0
}

type EventCounts = Readonly<Record<'added' | 'changed' | 'moved' | 'removed' | 'seen', number>>

async function readKnown(path: string, timeZone: string, language: Language): Promise<readonly InventoryFact[]> {
  const reader = createInventoryReader({ timeZone })
  await readSource(path, reader.write, showProgress(path))
  const read = reader.end()
  if (!read.ok) throw failureOf([read.fault], path)
  showNotes(path, read, language)
  return read.facts.toSorted((a, b) => a.at - b.at || a.line - b.line)
}

/** `--class` and `--source`, for what no column of the export says. */
function withConstants(mapping: InventoryMapping, given: Arguments): InventoryMapping {
  const [assetClass, source] = [given.text('class'), given.text('source')]
  const constants = new Map(mapping.constants)
  if (assetClass !== undefined) constants.set('assetClass', assetClass)
  if (source !== undefined) constants.set('source', source)
  return { ...mapping, constants }
}

function readAt(text: string | undefined, zone: string, mapping: InventoryMapping): number | undefined {
  if (text !== undefined) return readStartOfDay(text, zone)
  if (mapping.at.length > 0) return undefined
  throw atMissing()
}

function lastAtOf(assets: readonly ExportedAsset[]): number | undefined {
  let last: number | undefined
  for (const { at } of assets) if (at !== undefined && at > (last ?? Number.NEGATIVE_INFINITY)) last = at
  return last
}

function atMissing(): CommandFailure {
  return new CommandFailure({
    fr: '--at : la date de l’export est attendue, comme 2026-11-01 ; l’horloge de la machine n’est jamais lue',
    en: '--at: the date of the export is expected, such as 2026-11-01; the machine’s clock is never read',
  })
}

function writeWhole(path: string, text: string): void {
  const output = openOutput(path)
  try {
    output.write(text)
  } catch (error) {
    output.drop()
    throw error
  }
  output.keep()
}

function countEvents(facts: readonly InventoryFact[]): EventCounts {
  const counts = { added: 0, changed: 0, moved: 0, removed: 0, seen: 0 }
  for (const { event } of facts) if (event) counts[event] += 1
  return counts
}

function countsText(counts: InventoryImportCounts, events: EventCounts, language: Language): string {
  const { in: rows, assets, ignored, gone, duplicates, rejected } = counts
  const { added, changed, moved, removed, seen } = events
  return language === 'fr'
    ? `lignes lues ${rows} : équipements ${assets}, laissées de côté ${ignored}, sorties du parc ${gone}, en double ${duplicates}, rejetées ${rejected} ; ajoutés ${added}, modifiés ${changed}, déplacés ${moved}, disparus ${removed}, inchangés ${seen}`
    : `${rows} rows read: ${assets} assets, ${ignored} left aside, ${gone} no longer in use, ${duplicates} duplicates, ${rejected} rejected; ${added} added, ${changed} changed, ${moved} moved, ${removed} gone, ${seen} unchanged`
}
