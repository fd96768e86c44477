import type { AvailabilityCommitment, Compliance, TicketCommitment } from '@vigie/engine'
import type { Inline } from '../document-model.ts'
import { capital, en, fr, inlineOf, sentences } from '../inline.ts'
import { type Clause, paragraph, present, type Subject, see } from '../parts.ts'
import { eachPeriod, everyTicket, measureName, ticketsTitle } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { availabilityClause, servicesSubject } from './availability-clause.ts'
import { obligationText } from './obligation.ts'

/** The targets: on tickets, then on the availability of services, and the services that they are on. */
export function targetSubjects(writing: Writing): readonly Subject[] {
  const { contract, say } = writing
  const { targets } = contract.commitments
  const tickets = targets.filter((target): target is TicketCommitment => target.type === 'ticket')
  const services = targets.filter((target): target is AvailabilityCommitment => target.type === 'availability')
  return present<Subject>(
    tickets.length > 0 && {
      anchor: 'article:ticket-targets',
      title: say(fr`Délais garantis`, en`Time commitments`),
      blocks: [
        paragraph(
          say(
            fr`Le Prestataire respecte, pour chaque ticket, les délais ci-dessous. Un délai égal au temps visé est respecté. La grille complète figure à l’${see('annex:grid')}.`,
            en`For every ticket the Provider keeps the time limits below. A time equal to the target is met. The whole grid is in ${see('annex:grid')}.`,
          ),
        ),
      ],
      clauses: tickets.map((commitment) => ticketClause(commitment, writing)),
    },
    services.length > 0 && {
      anchor: 'article:availability',
      title: say(fr`Disponibilité des services`, en`Availability of services`),
      blocks: [],
      clauses: services.map((commitment) => availabilityClause(commitment, writing)),
    },
    servicesSubject(writing),
  )
}

function ticketClause(commitment: TicketCommitment, writing: Writing): Clause {
  const { say, text } = writing
  const { id, clause, label, measure, when, target, compliance, atRisk, obligation } = commitment
  const name = measureName(measure, text)
  const promise = promiseOf(commitment, writing)
  return {
    kind: 'commitment',
    id,
    clause,
    title:
      label === undefined
        ? say(
            fr`${capital(inlineOf(name))} des ${ticketsTitle(when, writing)}`,
            en`${capital(inlineOf(name))} of ${ticketsTitle(when, writing)}`,
          )
        : inlineOf(label),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`${promise}, décompté ${writing.counted(target)}.`,
            en`${promise}, counted ${writing.counted(target)}.`,
          ),
          compliance === undefined
            ? say(
                fr`Ce délai est mesuré et publié, sans taux exigé.`,
                en`This time is measured and published, without a required rate.`,
              )
            : complianceOf(compliance, writing),
          obligationText(obligation, writing),
          atRisk &&
            say(
              fr`Un ticket est signalé à risque lorsqu’il lui reste ${writing.target(atRisk)} ou moins.`,
              en`A ticket is flagged at risk when ${writing.target(atRisk)} or less remain.`,
            ),
        ),
      ),
    ],
  }
}

function promiseOf({ measure, when, target }: TicketCommitment, writing: Writing): Inline {
  const { say, delay } = writing
  const every = everyTicket(when, writing)
  const within = delay(target)
  switch (measure) {
    case 'response':
      return say(
        fr`Le Prestataire prend en compte ${every} dans un délai de ${within}`,
        en`The Provider acknowledges ${every} within ${within}`,
      )
    case 'intervention':
      return say(
        fr`Le Prestataire commence à intervenir sur ${every} dans un délai de ${within}`,
        en`The Provider starts to work on ${every} within ${within}`,
      )
    case 'workaround':
      return say(
        fr`Le Prestataire met en place une solution de contournement pour ${every} dans un délai de ${within}`,
        en`The Provider puts a workaround in place for ${every} within ${within}`,
      )
    case 'restoration':
      return say(
        fr`Le Prestataire rétablit le service touché par ${every} dans un délai de ${within}`,
        en`The Provider restores the service hit by ${every} within ${within}`,
      )
    case 'resolution':
      return say(
        fr`Le Prestataire résout ${every} dans un délai de ${within}`,
        en`The Provider resolves ${every} within ${within}`,
      )
    case 'closure':
      return say(
        fr`Le Prestataire clôt ${every} dans un délai de ${within}`,
        en`The Provider closes ${every} within ${within}`,
      )
    case 'update-interval':
      return say(
        fr`Jusqu’au rétablissement, le Prestataire informe le Client de l’avancement de ${every} au moins une fois par intervalle de ${within}`,
        en`Until restoration the Provider informs the Client of the progress of ${every} at least once in every ${within}`,
      )
  }
}

function complianceOf(
  { atLeast, over, by, minimumCount, small }: Compliance,
  { say, text, percent, count }: Writing,
): Inline {
  const tickets = count(minimumCount, ['délai', 'délais'], ['time limit', 'time limits'])
  const few = {
    'one-miss-allowed': say(fr`un seul dépassement est admis`, en`a single miss is allowed`),
    'carry-over': say(fr`ils sont reportés sur la période suivante`, en`they are carried over to the next period`),
    informative: say(fr`le taux n’est donné que pour information`, en`the rate is given for information only`),
  }[small]
  const stop =
    by === 'stop'
      ? text('dont l’arrêt tombe dans la période', 'that stop in the period')
      : text('des tickets signalés dans la période', 'of the tickets reported in the period')
  return sentences(
    say(
      fr`Ce délai est respecté pour au moins ${percent(atLeast)} des tickets ${eachPeriod(over, text)}, en ne retenant que les délais ${stop}.`,
      en`It is met for at least ${percent(atLeast)} of the tickets ${eachPeriod(over, text)}, counting the time limits ${stop}.`,
    ),
    minimumCount === 0
      ? small === 'informative'
        ? undefined
        : say(fr`Si la période en compte trop peu, ${few}.`, en`Where the period has too few of them, ${few}.`)
      : say(
          fr`Si la période en compte moins de ${tickets}, ${few}.`,
          en`Where the period has fewer than ${tickets}, ${few}.`,
        ),
  )
}
