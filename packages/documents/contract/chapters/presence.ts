import type { Scope } from '../clause-types.ts'
import { countryName } from '../country-name.ts'
import type { Block, Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, joined, sentences } from '../inline.ts'
import { column, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Where the provider comes, answers and keeps data. */
export function presence(scope: Scope, writing: Writing): Subject | undefined {
  const { say, text, language, name, anchors, target } = writing
  const { providerZones = [], desk, dataLocations = [] } = scope
  if (providerZones.length === 0 && desk === undefined && dataLocations.length === 0) return undefined
  const staff = (by: 'own-staff' | 'subcontractor') =>
    by === 'own-staff'
      ? text('personnel du Prestataire', 'the Provider’s own staff')
      : text('sous-traitant', 'subcontractor')
  const blocks: Block[] = []
  if (providerZones.length > 0) {
    const where = (zone: (typeof providerZones)[number]): Inline =>
      joined(
        present(
          zone.departments &&
            say(fr`départements ${zone.departments.join(', ')}`, en`departments ${zone.departments.join(', ')}`),
          zone.postalPrefixes &&
            say(
              fr`codes postaux en ${zone.postalPrefixes.join(', ')}`,
              en`postal codes in ${zone.postalPrefixes.join(', ')}`,
            ),
          zone.countries && inlineOf(zone.countries.map((one) => countryName(one, language)).join(', ')),
          zone.overseas === undefined
            ? undefined
            : zone.overseas
              ? say(fr`outre-mer français`, en`French overseas territories`)
              : say(fr`outre-mer exclu`, en`overseas territories excluded`),
        ),
        language === 'fr' ? '\u202f; ' : '; ',
      )
    blocks.push(
      paragraph(
        say(
          fr`Le Prestataire intervient sur site dans les zones ci-dessous.`,
          en`The Provider works on site in the zones below.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Zones d’intervention sur site', 'On-site zones'),
          [
            column(text('Zone', 'Zone'), 1.6),
            column(text('Identifiant', 'Identifier'), 1.2),
            column(text('Étendue', 'Extent'), 2.4),
            column(text('Délai sur site', 'On-site delay'), 2.4),
            column(text('Déplacement', 'Visit'), 2),
            column(text('Par', 'By'), 2),
          ],
          providerZones.map((zone) =>
            row(
              [
                zone.label ?? zone.id,
                code(zone.id),
                where(zone),
                zone.onsite && target(zone.onsite.within),
                zone.price === undefined
                  ? text('compris dans la redevance', 'included in the fee')
                  : name('item', zone.price),
                joined(present(zone.by && staff(zone.by), zone.subcontractor), ', '),
              ],
              anchors.of('zone', zone.id),
            ),
          ),
        ),
      ),
    )
  }
  if (desk !== undefined) {
    const place = present(desk.place, countryName(desk.country, language)).join(', ')
    const hours =
      desk.calendar === undefined
        ? undefined
        : say(
            fr`Il est ouvert aux heures du calendrier « ${name('calendar', desk.calendar)} ».`,
            en`It is open at the hours of the calendar “${name('calendar', desk.calendar)}”.`,
          )
    blocks.push(
      paragraph(
        sentences(
          say(
            fr`Le centre de services est situé à : ${place} ; il est tenu par ${desk.staff === 'own-staff' ? 'le personnel du Prestataire' : 'un sous-traitant'}.`,
            en`The service desk is located in: ${place}; it is staffed by ${desk.staff === 'own-staff' ? 'the Provider’s own staff' : 'a subcontractor'}.`,
          ),
          hours,
        ),
      ),
    )
  }
  if (dataLocations.length > 0) {
    const kinds = {
      desk: text('centre de services', 'service desk'),
      data: text('données', 'data'),
      backup: text('sauvegardes', 'backups'),
      administration: text('administration', 'administration'),
    }
    blocks.push(
      paragraph(
        say(
          fr`Les données du Client sont conservées, sauvegardées et administrées aux lieux suivants :`,
          en`The Client’s data are kept, backed up and administered in the following places:`,
        ),
      ),
      table(
        text('Localisation des données', 'Place of data'),
        [
          column(text('Lieu', 'Place'), 2.4),
          column(text('Identifiant', 'Identifier'), 1.6),
          column(text('Pays', 'Country'), 1.6),
          column(text('Objet', 'Purpose'), 2),
        ],
        dataLocations.map(({ id, label, country, kind }) =>
          row([label ?? id, code(id), countryName(country, language), kinds[kind]], anchors.of('data-location', id)),
        ),
      ),
    )
  }
  return {
    anchor: 'article:presence',
    title: say(fr`Lieux d’exécution`, en`Where the services are performed`),
    blocks,
  }
}
