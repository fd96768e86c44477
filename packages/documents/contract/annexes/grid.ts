import type { MeasureKind, TicketCommitment } from '@vigie/engine'
import type { Block, Inline } from '../document-model.ts'
import { capital, en, fr, inlineOf, joined } from '../inline.ts'
import { type Annex, column, numbers, present, row, table, withoutEmptyColumns } from '../parts.ts'
import { measureName, periodName, ticketsTitle } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'

const MEASURES: readonly MeasureKind[] = [
  'response',
  'intervention',
  'workaround',
  'restoration',
  'resolution',
  'closure',
  'update-interval',
]

/** Annex: the service-level grid, priorities × measures, then availability. */
export function gridAnnex(writing: Writing): Annex | undefined {
  const { contract, say } = writing
  const { targets } = contract.commitments
  if (targets.length === 0) return undefined
  const tickets = targets.filter((target): target is TicketCommitment => target.type === 'ticket')
  return {
    anchor: 'annex:grid',
    title: say(fr`Grille des engagements`, en`Service-level grid`),
    wide: true,
    blocks: present(tickets.length > 0 && ticketGrid(tickets, writing), availabilityGrid(writing)),
  }
}

/** A line for each box of tickets; a box on priorities alone is split into them, so that each priority reads on one line. */
function ticketGrid(tickets: readonly TicketCommitment[], writing: Writing): Block {
  const { text, contract } = writing
  const measures = MEASURES.filter((measure) => tickets.some((target) => target.measure === measure))
  const lines = new Map<string, { head: Inline; rank: number; cells: Map<MeasureKind, Inline[]> }>()
  for (const target of tickets) {
    const { priority, ...rest } = target.when
    const heads = priority ?? [undefined]
    for (const level of heads) {
      const when = { ...rest, ...(level === undefined ? {} : { priority: [level] }) }
      const key = JSON.stringify([level ?? null, Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1))])
      const rank = level === undefined ? -1 : (contract.commitments.priorities?.levels.indexOf(level) ?? 0)
      const line = lines.get(key) ?? { head: headOf(when, level), rank, cells: new Map() }
      line.cells.set(target.measure, [...(line.cells.get(target.measure) ?? []), cellOf(target)])
      lines.set(key, line)
    }
  }
  const ordered = [...lines.values()].toSorted((a, b) => a.rank - b.rank)
  return table(
    text('Délais et taux par priorité', 'Times and rates by priority'),
    [
      column(text('Tickets', 'Tickets'), 1.6),
      ...measures.map((measure) => {
        const name = measureName(measure, text)
        return column(name.slice(0, 1).toUpperCase() + name.slice(1), 2)
      }),
    ],
    ordered.map(({ head, cells }) =>
      row([head, ...measures.map((measure) => joined(cells.get(measure) ?? [], ' / '))]),
    ),
  )

  function headOf(when: TicketCommitment['when'], level: string | undefined): Inline {
    const others = Object.keys(when).filter((key) => key !== 'priority')
    return others.length === 0 && level !== undefined
      ? [{ text: level, strong: true }]
      : capital(ticketsTitle(when, writing))
  }

  function cellOf(target: TicketCommitment): Inline {
    const { anchors, percent, delay } = writing
    const to = anchors.to('commitment', target.id)
    const rate = target.compliance === undefined ? [] : inlineOf(`, ${percent(target.compliance.atLeast)}`)
    const number = target.clause === target.id ? target.id : target.clause
    return joined([delay(target.target), rate, ' (', { text: number, ...(to === undefined ? {} : { to }) }, ')'])
  }
}

function availabilityGrid(writing: Writing): Block | undefined {
  const { contract, text, name, percent, anchors } = writing
  const services = contract.commitments.targets.filter((target) => target.type === 'availability')
  if (services.length === 0) return undefined
  return withoutEmptyColumns(
    table(
      text('Disponibilité', 'Availability'),
      [
        column(text('Service', 'Service'), 2.4),
        numbers(text('Taux exigé', 'Required rate'), 1.2),
        column(text('Plage de service convenue', 'Agreed service time'), 2),
        column(text('Par', 'By'), 1),
        column(text('Clause', 'Clause'), 1.2),
      ],
      services.map(({ id, clause, service, calendar, atLeast, over }) => {
        const to = anchors.to('commitment', id)
        return row([
          name('service', service),
          percent(atLeast),
          name('calendar', calendar),
          periodName(over, text),
          { text: clause, ...(to === undefined ? {} : { to }) },
        ])
      }),
    ),
  )
}
