import {
  createBilledReader,
  createInventoryReader,
  type FactReader,
  type InventoryFact,
  type Language,
  reconcileInventory,
  reconciliationJson,
} from '@vigie/engine'
import type { Command } from '../command.ts'
import { CommandFailure, failureOf } from '../failure.ts'
import { readingOptions } from '../judged-facts.ts'
import { loadContract } from '../load-contract.ts'
import { noticeKey, noticeLines } from '../prevailing-notice.ts'
import { showProgress } from '../progress.ts'
import { readEndOfDay } from '../read-day.ts'
import { readSource } from '../read-source.ts'
import { reconciliationCsv } from '../reconciliation-csv.ts'
import { showNotes } from '../show-notes.ts'
import { showReconciliation } from '../show-reconciliation.ts'
import { versionAt } from '../version-at.ts'
import { openOutput } from '../write-output.ts'
import { writeToStdout } from '../write-to-stdout.ts'

/** `vigie inventory`: what is in the field, what the contract counts and what is billed, side by side. */
export const inventory: Command = {
  name: 'inventory',
  summary: {
    fr: 'inventaire rapproché du contrat et de la facture, écarts chiffrés',
    en: 'the inventory against the contract and the invoice, differences in money',
  },
  positionals: [
    { name: 'CONTRACT', about: { fr: 'le contrat, en YAML ou en JSON', en: 'the contract, YAML or JSON' } },
    {
      name: 'INVENTORY',
      about: {
        fr: 'les faits de l’inventaire, en CSV ou en JSON Lines, .gz possible, - pour l’entrée standard',
        en: 'the facts of the inventory, CSV or JSON Lines, maybe .gz, - for standard input',
      },
    },
  ],
  options: [
    {
      name: 'at',
      value: 'DATE',
      about: {
        fr: 'jour du rapprochement (AAAA-MM-JJ) ou instant ; par défaut le dernier fait',
        en: 'day of comparison (YYYY-MM-DD) or instant; default: the last fact',
      },
    },
    {
      name: 'invoice',
      value: 'FILE',
      about: {
        fr: 'ce qui est facturé : month,asset ou month,item,quantity',
        en: 'what is billed: month,asset or month,item,quantity',
      },
    },
    {
      name: 'covered',
      value: 'FILE',
      about: {
        fr: 'la liste annexée au contrat ; sans elle, l’inventaire à la date de chaque quantité',
        en: 'the list annexed to the contract; without it, the inventory on the date of each quantity',
      },
    },
    {
      name: 'seen',
      value: 'FILE',
      about: {
        fr: 'ce qu’un autre outil voit (supervision, RMM), de même forme que l’inventaire',
        en: 'what another tool sees (supervision, RMM), in the form of the inventory',
      },
    },
    {
      name: 'out',
      value: 'FILE',
      about: { fr: 'fichier CSV : une ligne par équipement', en: 'CSV file: a row for each asset' },
    },
    ...readingOptions,
  ],
  more: {
    fr: `Dit ce qui est sur le terrain sans être au contrat, au contrat sans y être, facturé à tort ou
oublié, en double, et ce que cela coûte par mois. Exemple :
  vigie inventory contrat.yaml inventaire.csv --at 2026-10-31 --invoice facture.csv --out ecarts.csv`,
    en: `Says what is in the field and not in the contract, in the contract and gone, billed wrongly or
forgotten, twice there, and what it costs a month. Example:
  vigie inventory contract.yaml inventory.csv --at 2026-10-31 --invoice invoice.csv --out differences.csv`,
  },
  async run({ arguments: given, language: asked, json }) {
    const [contractPath = '', inventoryPath = ''] = given.positionals
    const paths = [contractPath, inventoryPath, ...['invoice', 'covered', 'seen'].map((name) => given.text(name))]
    if (paths.filter((path) => path === '-').length > 1) throw inputTwice()
    const contract = await loadContract(contractPath, { withAmendments: !given.has('no-amendments'), language: asked })
    const [{ language: own, timeZone: ownZone }] = contract.versions
    const language: Language = asked ?? own
    const timeZone = given.text('time-zone') ?? ownZone
    const askedAt = given.text('at')
    const moment = askedAt === undefined ? undefined : readEndOfDay(askedAt, ownZone)
    let rejected = 0

    const field = await load(inventoryPath, createInventoryReader({ timeZone }))
    const covered = await loadOption('covered')
    const seen = await loadOption('seen')
    const invoicePath = given.text('invoice')
    const billed = invoicePath === undefined ? undefined : await load(invoicePath, createBilledReader({ timeZone }))
    const at = moment ?? lastAtOf([...field, ...(seen ?? [])])
    if (at === undefined) throw noFact()

    const found = reconcileInventory({
      contract,
      inventory: field,
      at,
      ...(covered ? { covered } : {}),
      ...(seen ? { seen } : {}),
      ...(billed ? { billed } : {}),
    })
    const inForce = versionAt(contract, at)
    const out = given.text('out')
    if (out !== undefined) {
      const output = openOutput(out)
      output.write(reconciliationCsv(found, language))
      output.keep()
    }
    await writeToStdout(
      json
        ? `${JSON.stringify({ ...reconciliationJson(found, language), ...noticeKey(inForce, language) }, null, 2)}\n`
        : noticeLines(inForce, language) +
            showReconciliation(found, { language, timeZone: ownZone, withInvoice: billed !== undefined }),
    )
    return given.has('strict') && rejected > 0 ? 1 : 0

    function loadOption(name: 'covered' | 'seen') {
      const path = given.text(name)
      return path === undefined ? Promise.resolve(undefined) : load(path, createInventoryReader({ timeZone }))
    }

    async function load<Fact>(path: string, reader: FactReader<Fact>): Promise<readonly Fact[]> {
      await readSource(path, reader.write, showProgress(path))
      const read = reader.end()
      if (!read.ok) throw failureOf([read.fault], path)
      showNotes(path, read, language)
      rejected += read.counts.rejected
      return read.facts
    }
  },
}

function lastAtOf(facts: readonly InventoryFact[]): number | undefined {
  return facts.reduce<number | undefined>((last, { at }) => (last === undefined || at > last ? at : last), undefined)
}

function inputTwice(): CommandFailure {
  return new CommandFailure({
    fr: '« - » (l’entrée standard) ne peut être donné qu’une fois',
    en: '"-" (standard input) can be given only once',
  })
}

function noFact(): CommandFailure {
  return new CommandFailure({
    fr: 'l’inventaire ne contient aucun fait : indiquer --at',
    en: 'the inventory holds no fact: --at is expected',
  })
}
