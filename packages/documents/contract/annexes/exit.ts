import type { Exit } from '../clause-types.ts'
import { code, en, fr, sentences } from '../inline.ts'
import { type Annex, column, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Annex: the exit plan: data, knowledge, transition schedule. */
export function exitAnnex(writing: Writing): Annex | undefined {
  const { contract, say } = writing
  const { exit } = contract.chapters
  if (exit === undefined) return undefined
  const parts = present<Subject>(data(exit, writing), knowledge(exit, writing), schedule(exit, writing))
  if (parts.length === 0 && exit.planUpdatedOn === undefined) return undefined
  return {
    anchor: 'annex:exit',
    title: say(fr`Plan de réversibilité`, en`Exit plan`),
    blocks:
      exit.planUpdatedOn === undefined
        ? []
        : [
            {
              kind: 'paragraph',
              text: say(
                fr`Plan mis à jour le ${writing.date(exit.planUpdatedOn)}.`,
                en`Plan updated on ${writing.date(exit.planUpdatedOn)}.`,
              ),
            },
          ],
    parts,
  }
}

function holderName(holder: 'client' | 'provider' | 'third-party', text: Writing['text']): string {
  return {
    client: text('Client', 'Client'),
    provider: text('Prestataire', 'Provider'),
    'third-party': text('tiers', 'third party'),
  }[holder]
}

function data({ data: list = [] }: Exit, { say, text, anchors, duration }: Writing): Subject | undefined {
  if (list.length === 0) return undefined
  return {
    anchor: 'exit:data',
    title: say(fr`Restitution et effacement des données`, en`Giving back and erasing data`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Données à restituer', 'Data to give back'),
          [
            column(text('Données', 'Data'), 2),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Système', 'System'), 1.2),
            column(text('Format', 'Format'), 1.1),
            column(text('Dépositaire', 'Custodian'), 1.3),
            column(text('Restitution sous', 'Given back within'), 1.4),
            column(text('Effacement', 'Erasure'), 2.4),
          ],
          list.map(({ id, label, system, format, custodian, restituteWithin, erase }) =>
            row(
              [
                label ?? id,
                code(id),
                system,
                format,
                custodian && holderName(custodian, text),
                restituteWithin === undefined ? undefined : duration(restituteWithin),
                erase &&
                  sentences(
                    say(fr`sous ${duration(erase.within)}`, en`within ${duration(erase.within)}`),
                    erase.certificate === undefined
                      ? undefined
                      : erase.certificate
                        ? say(fr`avec certificat`, en`with a certificate`)
                        : say(fr`sans certificat`, en`without a certificate`),
                  ),
              ],
              anchors.of('exit-data', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function knowledge({ knowledge: list = [] }: Exit, { say, text, anchors, duration }: Writing): Subject | undefined {
  if (list.length === 0) return undefined
  const kinds = {
    document: text('document', 'document'),
    secret: text('secret', 'secret'),
    skill: text('compétence', 'skill'),
    access: text('accès', 'access'),
  }
  return {
    anchor: 'exit:knowledge',
    title: say(fr`Documents, accès et compétences à transmettre`, en`Documents, accesses and skills to hand over`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Connaissances à transmettre', 'Knowledge to hand over'),
          [
            column(text('Objet', 'Item'), 2.6),
            column(text('Identifiant', 'Identifier'), 1.6),
            column(text('Nature', 'Kind'), 1.2),
            column(text('Détenteur', 'Holder'), 1.4),
            column(text('Revue tous les', 'Reviewed every'), 1.4),
          ],
          list.map(({ id, label, kind, holder, reviewEvery }) =>
            row(
              [
                label ?? id,
                code(id),
                kind && kinds[kind],
                holder && holderName(holder, text),
                reviewEvery === undefined ? undefined : duration(reviewEvery),
              ],
              anchors.of('knowledge', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function schedule({ schedule: list = [] }: Exit, { say, text, anchors, target, names }: Writing): Subject | undefined {
  if (list.length === 0) return undefined
  return {
    anchor: 'exit:schedule',
    title: say(fr`Calendrier de la transition`, en`Transition schedule`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Étapes de la transition', 'Steps of the transition'),
          [
            column(text('Étape', 'Step'), 2.2),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Durée', 'Length'), 2.6),
            column(text('Après', 'After'), 2),
          ],
          list.map(({ id, label, duration, after }) =>
            row([label ?? id, code(id), target(duration), after && names('step', after)], anchors.of('step', id)),
          ),
        ),
      ),
    ],
  }
}
