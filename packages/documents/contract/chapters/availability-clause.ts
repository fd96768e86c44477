import type { AvailabilityCommitment } from '@vigie/engine'
import { sayBox } from '../boxes.ts'
import type { Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, sentences } from '../inline.ts'
import { type Clause, column, paragraph, paragraphs, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import { eachPeriod, milestoneName } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { sayExpression } from './expression.ts'
import { obligationText } from './obligation.ts'

/** The availability promised of a service, and how it is computed. */
export function availabilityClause(commitment: AvailabilityCommitment, writing: Writing): Clause {
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

/** The services, and what must be up for each to be up. */
export function servicesSubject(writing: Writing): Subject | undefined {
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
