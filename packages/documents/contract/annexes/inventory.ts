import { countryName } from '../country-name.ts'
import { code, en, fr, joined } from '../inline.ts'
import { type Annex, column, numbers, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import { kindWord } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'

/** Annex: classes with their dated quantities, then the sites. */
export function inventoryAnnex(writing: Writing): Annex | undefined {
  const { say, contract } = writing
  const parts = present<Subject>(quantities(writing), otherStatements(writing), sites(writing), values(writing))
  if (parts.length === 0 || contract.chapters.scope === undefined) return undefined
  return {
    anchor: 'annex:inventory',
    title: say(fr`Inventaire et sites`, en`Inventory and sites`),
    blocks: [],
    parts,
  }
}

function quantities(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors, date, name } = writing
  const list = contract.chapters.scope?.assetClasses ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'inventory:classes',
    title: say(fr`Classes d’équipements et de services`, en`Classes of assets and services`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Quantités par classe', 'Quantities by class'),
          [
            column(text('Classe', 'Class'), 2.4),
            column(text('Identifiant', 'Identifier'), 1.6),
            numbers(text('Quantité', 'Quantity'), 1),
            column(text('Unité', 'Unit'), 1.2),
            column(text('Relevée le', 'As of'), 1.8),
            column(text('Source', 'Source'), 1.4),
            column(text('Facturée par', 'Billed by'), 1.8),
          ],
          list.map(({ id, label, quantity, unit, asOf, source, billedBy }) =>
            row(
              [
                label ?? id,
                code(id),
                quantity === undefined ? undefined : writing.decimal(String(quantity)),
                unit === undefined ? undefined : unitName(unit, text),
                asOf === undefined ? undefined : date(asOf),
                source === undefined ? undefined : sourceName(source, text),
                billedBy === undefined ? undefined : name('item', billedBy),
              ],
              anchors.of('asset-class', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function otherStatements(writing: Writing): Subject | undefined {
  const { contract, say, text, date, name } = writing
  const rows = (contract.chapters.scope?.assetClasses ?? []).flatMap(({ id, quantities: stated = [] }) =>
    stated.map(({ quantity, asOf, source, document }) =>
      row([
        name('asset-class', id),
        writing.decimal(String(quantity)),
        date(asOf),
        sourceName(source, text),
        document === undefined ? undefined : name('document', document),
      ]),
    ),
  )
  if (rows.length === 0) return undefined
  return {
    anchor: 'inventory:statements',
    title: say(fr`Quantités portées par d’autres documents`, en`Quantities that other documents state`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Autres quantités', 'Other quantities'),
          [
            column(text('Classe', 'Class'), 2),
            numbers(text('Quantité', 'Quantity'), 1),
            column(text('Date', 'As of'), 1.6),
            column(text('Source', 'Source'), 2),
            column(text('Document', 'Document'), 2),
          ],
          rows,
        ),
      ),
    ],
  }
}

/** Usual sources in words; another stands as written. */
function sourceName(source: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    inventory: text('inventaire', 'inventory'),
    tenant: text('console cloud (tenant)', 'cloud tenant'),
    declared: text('déclaration du Client', 'declared'),
  }
  return names[source] ?? source
}

/** Usual units in words; another stands as written. */
export function unitName(unit: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    workstation: text('poste', 'workstation'),
    server: text('serveur', 'server'),
    user: text('utilisateur', 'user'),
    account: text('compte', 'account'),
    site: text('site', 'site'),
    day: text('jour', 'day'),
    hour: text('heure', 'hour'),
    visit: text('déplacement', 'visit'),
    terabyte: text('téraoctet', 'terabyte'),
  }
  return names[unit] ?? unit
}

function sites(writing: Writing): Subject | undefined {
  const { contract, say, text, language, anchors, duration } = writing
  const list = contract.chapters.scope?.sites ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'inventory:sites',
    title: say(fr`Sites`, en`Sites`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Sites', 'Sites'),
          [
            column(text('Site', 'Site'), 2.2),
            column(text('Identifiant', 'Identifier'), 1.6),
            column(text('Code postal', 'Postal code'), 1.3),
            column(text('Pays', 'Country'), 1.2),
            column(text('Intervention sur site', 'Work on site'), 2),
          ],
          list.map(({ id, label, country, postalCode, department, onsite, travel }) =>
            row(
              [
                label ?? id,
                code(id),
                joined(
                  present(
                    postalCode,
                    department === undefined
                      ? undefined
                      : text(`département ${department}`, `department ${department}`),
                  ),
                  ', ',
                ),
                country === undefined ? undefined : countryName(country, language),
                joined(
                  present(
                    onsite === undefined
                      ? undefined
                      : onsite
                        ? text('oui', 'yes')
                        : text('non, à distance seulement', 'no, remote only'),
                    travel === undefined
                      ? undefined
                      : text(`trajet d’environ ${duration(travel)}`, `travel of about ${duration(travel)}`),
                  ),
                  ', ',
                ),
              ],
              anchors.of('site', id),
            ),
          ),
        ),
      ),
    ],
  }
}

/** What the rules of the scope name beside classes and sites. */
function values(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors, and } = writing
  const { interventions = [], profiles = [], modes = [], dimensions = {} } = contract.chapters.scope ?? {}
  const rows = [
    ...interventions.map(({ id, label, kinds }) =>
      row(
        [
          text('intervention', 'intervention'),
          label ?? id,
          code(id),
          kinds && and(kinds.map((kind) => kindWord(kind, text))),
        ],
        anchors.of('intervention', id),
      ),
    ),
    ...profiles.map(({ id, label }) =>
      row([text('profil', 'profile'), label ?? id, code(id), undefined], anchors.of('profile', id)),
    ),
    ...modes.map(({ id, label, onsite }) =>
      row(
        [
          text('mode', 'mode'),
          label ?? id,
          code(id),
          onsite === undefined
            ? undefined
            : onsite
              ? text('avec déplacement', 'somebody comes')
              : text('sans déplacement', 'nobody comes'),
        ],
        anchors.of('mode', id),
      ),
    ),
    ...Object.entries(dimensions).flatMap(([dimension, list]) =>
      list.map((value) => {
        const { id, label } = typeof value === 'string' ? { id: value, label: undefined } : value
        return row([code(dimension), label ?? id, code(id), undefined])
      }),
    ),
  ]
  if (rows.length === 0) return undefined
  return {
    anchor: 'inventory:values',
    title: say(fr`Interventions, profils et modes`, en`Interventions, profiles and modes`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Valeurs que nomment les règles de couverture', 'Values that the coverage rules name'),
          [
            column(text('Dimension', 'Dimension'), 1.4),
            column(text('Valeur', 'Value'), 2.6),
            column(text('Identifiant', 'Identifier'), 1.8),
            column(text('Précision', 'Detail'), 2.4),
          ],
          rows,
        ),
      ),
    ],
  }
}
