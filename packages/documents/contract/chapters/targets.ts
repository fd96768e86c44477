import type { AvailabilityCommitment, Compliance, TicketCommitment } from '@vigie/engine'
import { sayBox } from '../boxes.ts'
import type { Block, Inline } from '../document-model.ts'
import { capital, code, en, fr, inlineOf, sentences } from '../inline.ts'
import {
  type Clause,
  column,
  paragraph,
  present,
  row,
  type Subject,
  see,
  table,
  withoutEmptyColumns,
} from '../parts.ts'
import { eachPeriod, everyTicket, measureName, milestoneName, ticketsTitle } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { sayExpression } from './expression.ts'

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

/** What the commitment binds to, where the contract says so. */
export function obligationText(
  obligation: 'best-efforts' | 'result' | undefined,
  { say }: Writing,
): Inline | undefined {
  if (obligation === undefined) return undefined
  return obligation === 'result'
    ? say(fr`C’est une obligation de résultat.`, en`It is an obligation of result.`)
    : say(fr`C’est une obligation de moyens.`, en`It is an obligation of best efforts.`)
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

function availabilityClause(commitment: AvailabilityCommitment, writing: Writing): Clause {
  const { say, text, name, percent, duration, date } = writing
  const {
    id,
    clause,
    label,
    service,
    calendar,
    atLeast,
    over,
    maintenance,
    unknown,
    minimumOutage,
    degraded,
    liveFrom,
    fromIncidents,
    failureAtMost,
    obligation,
  } = commitment
  const convention =
    maintenance &&
    {
      'out-of-base': say(
        fr`La maintenance annoncée sort de la base de calcul : (plage − maintenance − indisponibilité) ÷ (plage − maintenance).`,
        en`Announced maintenance leaves the base: (agreed time − maintenance − downtime) ÷ (agreed time − maintenance).`,
      ),
      'as-up': say(
        fr`La maintenance annoncée compte comme du temps disponible.`,
        en`Announced maintenance counts as available time.`,
      ),
      counted: say(
        fr`La maintenance, même annoncée, compte comme de l’indisponibilité.`,
        en`Maintenance, even announced, counts as downtime.`,
      ),
    }[maintenance.convention]
  const notice =
    maintenance?.notice === undefined
      ? undefined
      : say(
          fr`Elle est annoncée au moins ${duration(maintenance.notice)} à l’avance.`,
          en`It is announced at least ${duration(maintenance.notice)} ahead.`,
        )
  const most =
    maintenance?.atMost === undefined
      ? undefined
      : say(
          fr`Elle ne dépasse pas ${duration(maintenance.atMost)} par ${periodName()} ; au-delà, elle compte comme de l’indisponibilité.`,
          en`It does not exceed ${duration(maintenance.atMost)} a ${periodName()}; beyond, it counts as downtime.`,
        )
  const unseen =
    unknown &&
    {
      excluded: say(
        fr`Le temps sans observation sort de la base de calcul.`,
        en`Time without observation leaves the base.`,
      ),
      up: say(
        fr`Le temps sans observation compte comme disponible.`,
        en`Time without observation counts as available.`,
      ),
      down: say(
        fr`Le temps sans observation compte comme indisponible.`,
        en`Time without observation counts as downtime.`,
      ),
    }[unknown]
  return {
    kind: 'commitment',
    id,
    clause,
    title:
      label === undefined
        ? say(fr`Disponibilité – ${name('service', service)}`, en`Availability – ${name('service', service)}`)
        : inlineOf(label),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Le Prestataire garantit pour le service « ${name('service', service)} » une disponibilité d’au moins ${percent(atLeast)} ${eachPeriod(over, text)}, mesurée ${writing.counted({ kind: 'open-time', milliseconds: 0, calendar: { default: calendar, bySite: {} } })}, plage de service convenue.`,
            en`The Provider guarantees an availability of at least ${percent(atLeast)} ${eachPeriod(over, text)} for the service “${name('service', service)}”, measured ${writing.counted({ kind: 'open-time', milliseconds: 0, calendar: { default: calendar, bySite: {} } })}, the agreed service time.`,
          ),
          failureAtMost &&
            say(
              fr`Le taux de défaillance n’excède pas ${percent(failureAtMost)}.`,
              en`The failure rate does not exceed ${percent(failureAtMost)}.`,
            ),
          obligationText(obligation, writing),
          liveFrom === undefined
            ? undefined
            : say(fr`Elle est due à compter du ${date(liveFrom)}.`, en`It is due from ${date(liveFrom)}.`),
        ),
      ),
      ...paragraphs(sentences(convention, notice, most)),
      ...paragraphs(
        sentences(
          unseen,
          minimumOutage === undefined
            ? undefined
            : say(
                fr`Une interruption de moins de ${duration(minimumOutage)} n’est pas retenue.`,
                en`An outage shorter than ${duration(minimumOutage)} is not counted.`,
              ),
          degraded &&
            say(
              fr`Le temps dégradé compte pour ${percent(degraded)} de sa durée comme de l’indisponibilité.`,
              en`Degraded time counts for ${percent(degraded)} of its length as downtime.`,
            ),
        ),
      ),
      ...paragraphs(fromIncidents === undefined ? [] : outages(fromIncidents)),
    ],
  }

  function periodName(): string {
    return { month: text('mois', 'month'), quarter: text('trimestre', 'quarter'), year: text('an', 'year') }[over]
  }

  function outages({ when, from, to }: NonNullable<AvailabilityCommitment['fromIncidents']>): Inline {
    const box = sayBox(when, writing)
    const which =
      box.length === 0
        ? say(fr`Un ticket du service`, en`A ticket of the service`)
        : say(fr`Un ticket (${box})`, en`A ticket (${box})`)
    const begins = {
      first: text(
        'du premier des deux instants de sa détection et de son signalement',
        'from the earlier of its detection and its report',
      ),
      reported: text('de son signalement', 'from its report'),
      detected: text('de sa détection', 'from its detection'),
    }[from]
    return say(
      fr`${which} est aussi une interruption, ${begins} jusqu’à l’étape « ${milestoneName(to, text)} ».`,
      en`${which} is an outage too, ${begins} to the milestone “${milestoneName(to, text)}”.`,
    )
  }
}

function servicesSubject(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors } = writing
  const { services = [] } = contract.commitments
  if (services.length === 0) return undefined
  return {
    anchor: 'article:services',
    title: say(fr`Services et leur composition`, en`Services and what they are made of`),
    blocks: [
      paragraph(
        say(
          fr`Un service fonctionne lorsque la condition portée ci-dessous sur ses composants est remplie.`,
          en`A service is up when the condition below on its components holds.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Services', 'Services'),
          [
            column(text('Service', 'Service'), 2.2),
            column(text('Identifiant', 'Identifier'), 1.3),
            column(text('Fonctionne lorsque fonctionnent', 'Is up while these are up'), 3.2),
            column(text('Heures d’usage', 'Hours of use'), 1.6),
            column(text('Reprise sous (DMIA)', 'Up again within (RTO)'), 1.3),
            column(text('Perte maximale (PDMA)', 'Most loss (RPO)'), 1.3),
            column(text('Fourni par', 'Supplied by'), 1.2),
            column(text('Service de traitement de données', 'Data processing service'), 1.3),
          ],
          services.map(({ id, label, expression, hours, rto, rpo, supplier, cloud }) =>
            row(
              [
                label ?? id,
                code(id),
                sayExpression(expression, text),
                hours === undefined ? undefined : writing.name('calendar', hours),
                rto === undefined ? undefined : writing.duration(rto),
                rpo === undefined ? undefined : writing.duration(rpo),
                supplier &&
                  { provider: text('Prestataire', 'Provider'), 'third-party': text('tiers', 'third party') }[supplier],
                cloud === undefined ? undefined : cloud ? text('oui', 'yes') : text('non', 'no'),
              ],
              anchors.of('service', id),
            ),
          ),
        ),
      ),
    ],
  }
}

function paragraphs(text: Inline): readonly Block[] {
  return text.length === 0 ? [] : [paragraph(text)]
}
