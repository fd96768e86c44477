import type { Kpi } from '@vigie/engine'
import { sayBox } from '../boxes.ts'
import type { Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, joined, sentences } from '../inline.ts'
import { type Chapter, column, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import { measureName, periodName } from '../ticket-words.ts'
import { usualName } from '../usual-names.ts'
import type { Writing } from '../writing.ts'
import { KPI_NAMES } from './kpi-names.ts'

/** Chapter 3: reports, KPIs, satisfaction. */
export function followUpChapter(writing: Writing): Chapter | undefined {
  const subjects = present<Subject>(reports(writing), kpis(writing), satisfaction(writing), rawData(writing))
  if (subjects.length === 0) return undefined
  return {
    number: '3',
    anchor: 'chapter:follow-up',
    title: writing.say(fr`Suivi`, en`Follow-up`),
    subjects,
  }
}

function reports(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors, target, names } = writing
  const list = contract.followUp.reports
  if (list.length === 0) return undefined
  return {
    anchor: 'article:reports',
    title: say(fr`Rapports`, en`Reports`),
    blocks: [
      paragraph(
        say(
          fr`Le Prestataire remet les rapports ci-dessous, dont les chiffres sont recalculables par chaque Partie à partir des mêmes faits.`,
          en`The Provider delivers the reports below, whose figures each Party can recompute from the same facts.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Rapports', 'Reports'),
          [
            column(text('Rapport', 'Report'), 2),
            column(text('Identifiant', 'Identifier'), 1.3),
            column(text('Période', 'Period'), 1.1),
            column(text('Remis après la fin de la période sous', 'Due after the period’s end within'), 3),
            column(text('Destinataires', 'Recipients'), 2.4),
            column(text('Formats', 'Formats'), 1.4),
          ],
          list.map(({ id, label, over, dueBy, recipients, formats }) =>
            row(
              [
                label ?? usualName('report', id, text),
                code(id),
                periodName(over, text),
                dueBy && target(dueBy),
                recipients.length === 0 ? undefined : names('role', recipients),
                formats.length === 0 ? undefined : formats.map((format) => format.toUpperCase()).join(', '),
              ],
              anchors.of('report', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function kpis(writing: Writing): Subject | undefined {
  const { contract, say, text, language, anchors } = writing
  const list = contract.followUp.kpis
  if (list.length === 0) return undefined
  return {
    anchor: 'article:kpis',
    title: say(fr`Indicateurs`, en`KPIs`),
    blocks: [
      paragraph(
        say(
          fr`Les indicateurs ci-dessous sont calculés à chaque période ; leur formule fait partie du contrat.`,
          en`The KPIs below are computed for each period; their formula is part of the contract.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Indicateurs', 'KPIs'),
          [
            column(text('Indicateur', 'KPI'), 2.4),
            column(text('Identifiant', 'Identifier'), 1.8),
            column(text('Clause', 'Clause'), 0.7),
            column(text('Formule', 'Formula'), 4),
            column(text('Objectif', 'Target'), 1.6),
          ],
          list.map((kpi) =>
            row(
              [
                kpi.label ?? KPI_NAMES[kpi.id]?.[language].name ?? kpi.id,
                code(kpi.id),
                kpi.clause === kpi.id ? undefined : kpi.clause,
                formulaOf(kpi),
                targetOf(kpi),
              ],
              anchors.of('kpi', kpi.id),
            ),
          ),
        ),
      ),
    ],
  }

  function formulaOf({ id, definition }: Kpi): Inline {
    const formula = KPI_NAMES[id]?.[language].formula
    if (definition === undefined || formula !== undefined)
      return inlineOf(formula ?? text('indicateur usuel', 'usual KPI'))
    return say(
      fr`${aggregatorName(definition.aggregator, text)} ${populationName(definition.population, writing)}`,
      en`${aggregatorName(definition.aggregator, text)} ${populationName(definition.population, writing)}`,
    )
  }

  function targetOf({ definition, target }: Kpi): string | undefined {
    const direction = definition?.direction
    const side =
      direction === undefined
        ? ''
        : direction === 'at-least'
          ? text('au moins', 'at least')
          : text('au plus', 'at most')
    if (target === undefined)
      return direction === undefined
        ? undefined
        : direction === 'at-least'
          ? text('le plus haut possible', 'the higher the better')
          : text('le plus bas possible', 'the lower the better')
    return `${side} ${valueName(target)}`.trim()
  }

  function valueName(target: string): string {
    if (target.startsWith('P')) return writing.duration(target)
    if (target.endsWith('%')) return `${writing.decimal(target.slice(0, -1))}${text('\u00a0%', '%')}`
    return writing.decimal(target)
  }
}

function aggregatorName(aggregator: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    count: text('nombre', 'number'),
    share: text('part', 'share'),
    rate: text('taux', 'rate'),
    mean: text('moyenne', 'mean'),
    median: text('médiane', 'median'),
  }
  const percentile = /^p(\d{1,2})$/.exec(aggregator)?.[1]
  return (
    names[aggregator] ??
    (percentile === undefined ? aggregator : text(`${percentile}e centile`, `${percentile}th percentile`))
  )
}

function populationName(population: unknown, writing: Writing): Inline {
  const { say, text } = writing
  if (typeof population === 'string') return sourceName(population)
  const { of, when = {} } = population as {
    readonly of: string
    readonly when?: Readonly<Record<string, readonly string[]>>
  }
  const box = sayBox(when, writing)
  return box.length === 0 ? sourceName(of) : joined([sourceName(of), ' (', box, ')'])

  function sourceName(source: string): Inline {
    const tickets: Readonly<Record<string, string>> = {
      reported: text('des tickets signalés', 'of the tickets reported'),
      resolved: text('des tickets résolus', 'of the tickets resolved'),
      reopened: text('des tickets rouverts', 'of the tickets reopened'),
      open: text('des tickets ouverts à la fin de la période', 'of the tickets open at the period’s end'),
      rated: text('des tickets notés', 'of the tickets rated'),
    }
    const known = tickets[source]
    if (known !== undefined) return inlineOf(known)
    const measure = measureName(source as Parameters<typeof measureName>[0], text)
    return say(
      fr`des délais de l’étape « ${measure} » arrêtés dans la période`,
      en`of the clocks of “${measure}” stopped in the period`,
    )
  }
}

function satisfaction(writing: Writing): Subject | undefined {
  const { contract, say, decimal } = writing
  const clause = contract.followUp.satisfaction
  if (clause === undefined) return undefined
  const { scale, ask, target } = clause
  const when = {
    'on-resolution': say(fr`à la résolution de chaque ticket`, en`at the resolution of each ticket`),
    'on-closure': say(fr`à la clôture de chaque ticket`, en`at the closure of each ticket`),
    monthly: say(fr`chaque mois`, en`every month`),
    quarterly: say(fr`chaque trimestre`, en`every quarter`),
  }
  const asked = when[(ask ?? '') as keyof typeof when]
  return {
    anchor: 'article:satisfaction',
    title: say(fr`Satisfaction`, en`Satisfaction`),
    blocks: [
      paragraph(
        sentences(
          asked === undefined
            ? say(
                fr`Les utilisateurs notent le service de 1 à ${scale}.`,
                en`Users rate the service from 1 to ${scale}.`,
              )
            : say(
                fr`Les utilisateurs sont invités ${asked} à noter le service de 1 à ${scale}.`,
                en`Users are asked ${asked} to rate the service from 1 to ${scale}.`,
              ),
          target === undefined
            ? undefined
            : say(
                fr`La note moyenne visée est de ${decimal(target)} sur ${scale}.`,
                en`The mean score aimed at is ${decimal(target)} out of ${scale}.`,
              ),
          say(fr`Le taux de réponse est publié avec elle.`, en`The response rate is published with it.`),
        ),
      ),
    ],
  }
}

function rawData({ contract, say, duration }: Writing): Subject | undefined {
  const clause = contract.followUp.rawData
  if (clause === undefined) return undefined
  const { right, format, within } = clause
  return {
    anchor: 'article:raw-data',
    title: say(fr`Accès aux faits bruts`, en`Access to the raw facts`),
    blocks: [
      paragraph(
        sentences(
          right
            ? say(
                fr`Le Client a accès aux faits bruts (tickets, interruptions, contrôles) sur lesquels reposent les chiffres.`,
                en`The Client has access to the raw facts (tickets, outages, controls) on which the figures stand.`,
              )
            : say(
                fr`Le présent contrat ne donne pas au Client accès aux faits bruts.`,
                en`This contract gives the Client no access to the raw facts.`,
              ),
          format === undefined
            ? undefined
            : say(fr`Ils sont remis au format ${format}.`, en`They are given in the format ${format}.`),
          within === undefined
            ? undefined
            : say(
                fr`Ils sont remis dans un délai de ${duration(within)} après la demande.`,
                en`They are given within ${duration(within)} of the request.`,
              ),
        ),
      ),
    ],
  }
}
