import type { Contract } from '@vigie/engine'
import { channelName } from '../channel-name.ts'
import { en, fr, sentences } from '../inline.ts'
import { item, paragraph, present, type Subject } from '../parts.ts'
import { measureName, milestoneName } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { pauses } from './pauses.ts'
import { priorities } from './priorities.ts'

/** Priorities, and how the clocks of tickets run. */
export function clockSubjects(writing: Writing): readonly Subject[] {
  const { commitments } = writing.contract
  return present(
    commitments.priorities && priorities(commitments.priorities, writing),
    clock(commitments, writing),
    pauses(commitments.clock, writing),
    supportHours(commitments, writing),
  )
}

/** What the reader puts where the contract says nothing of clocks: without a target on tickets it has no effect. */
const SILENCE: Readonly<Record<string, string>> = {
  startsAt: 'reported',
  version: 'at-report',
  automaticAnswers: 'ignored',
  mass: 'each',
  response: 'acknowledged',
  intervention: 'started',
  workaround: 'workaround',
  restoration: 'restored',
  resolution: 'resolved',
  closure: 'closed',
}

function isSilent(stated: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(stated).every(([key, value]) =>
    Array.isArray(value) ? value.length === 0 : SILENCE[key] === value,
  )
}

function clock({ clock: rules, milestones, targets }: Contract['commitments'], writing: Writing): Subject | undefined {
  const { say, text, or, target, duration } = writing
  const stated = { ...rules, ...milestones }
  if (!targets.some(({ type }) => type === 'ticket') && isSilent(stated)) return undefined
  const { startsAt, version, automaticAnswers, mass, channels, closes, reopen } = rules
  const stops = Object.entries(milestones) as readonly (readonly [
    keyof typeof milestones,
    (typeof milestones)[keyof typeof milestones],
  ])[]
  const named = (list: readonly string[]) => or(list.map((one) => channelName(one, text)))
  const reopened =
    reopen === undefined
      ? say(
          fr`Toute réouverture ouvre un nouveau cycle, mesuré à part.`,
          en`Any reopening starts a new cycle, measured apart.`,
        )
      : sentences(
          {
            resume: say(
              fr`Un ticket rouvert dans un délai de ${duration(reopen.within)} reprend son délai là où il s’était arrêté ; le temps de clôture ne compte pas.`,
              en`A ticket reopened within ${duration(reopen.within)} takes up its clock where it stopped; the closed time does not count.`,
            ),
            restart: say(
              fr`Un ticket rouvert dans un délai de ${duration(reopen.within)} voit son délai repartir de zéro.`,
              en`The clock of a ticket reopened within ${duration(reopen.within)} starts again from zero.`,
            ),
            continue: say(
              fr`Un ticket rouvert dans un délai de ${duration(reopen.within)} continue son délai ; le temps de clôture compte.`,
              en`The clock of a ticket reopened within ${duration(reopen.within)} goes on; the closed time counts.`,
            ),
          }[reopen.mode],
          say(
            fr`Passé ce temps, la réouverture ouvre un second cycle, mesuré à part.`,
            en`Past that time a reopening starts a second cycle, measured apart.`,
          ),
        )
  return {
    anchor: 'article:clock',
    title: say(fr`Décompte des délais`, en`How time is counted`),
    blocks: [
      paragraph(
        sentences(
          startsAt === 'reported'
            ? say(
                fr`Tout délai court à compter du signalement du ticket.`,
                en`Every clock runs from the report of the ticket.`,
              )
            : say(
                fr`Tout délai court à compter de la détection de l’événement ou, à défaut, de son signalement.`,
                en`Every clock runs from the detection of the event or, failing that, from its report.`,
              ),
          say(
            fr`Seul compte le temps ouvert du calendrier de l’engagement ; le changement d’heure est compté en temps réel.`,
            en`Only the open time of the commitment’s calendar counts; changes of the clocks are counted in real time.`,
          ),
          version === 'at-report'
            ? say(
                fr`Un ticket est jugé selon la version du contrat en vigueur à son signalement.`,
                en`A ticket is judged by the version in force at its report.`,
              )
            : say(
                fr`Un ticket est jugé selon la version du contrat en vigueur à l’étape visée.`,
                en`A ticket is judged by the version in force at the milestone.`,
              ),
        ),
      ),
      ...present(
        channels?.opensClock &&
          paragraph(
            say(
              fr`Un délai n’est ouvert que par un signalement reçu par ${named(channels.opensClock)}.`,
              en`A clock is opened only by a report received by ${named(channels.opensClock)}.`,
            ),
          ),
      ),
      ...present(
        channels?.outsideHours &&
          paragraph(
            say(
              fr`Hors des heures du calendrier, il est ouvert par ${named(channels.outsideHours)} ; par tout autre canal, il l’est à la prochaine ouverture.`,
              en`Outside the calendar’s hours it is opened by ${named(channels.outsideHours)}; by any other channel, at the next opening.`,
            ),
          ),
      ),
      ...(channels?.rights === undefined
        ? []
        : [
            paragraph(
              say(fr`Chaque canal donne la priorité suivante :`, en`Each channel gives the following priority:`),
            ),
            ...Object.entries(channels.rights).map(([channel, right]) =>
              item(
                say(
                  fr`${channelName(channel, text)} : ${right === 'matrix' ? 'celle de la matrice' : right} ;`,
                  en`${channelName(channel, text)}: ${right === 'matrix' ? 'that of the matrix' : right};`,
                ),
              ),
            ),
          ]),
      paragraph(
        say(fr`Les étapes qui arrêtent les délais sont les suivantes :`, en`The milestones that stop the clocks are:`),
      ),
      ...stops.map(([measure, milestone]) =>
        item(
          say(
            fr`${measureName(measure, text)} : ${milestoneName(milestone, text)} ;`,
            en`${measureName(measure, text)}: ${milestoneName(milestone, text)};`,
          ),
        ),
      ),
      paragraph(
        sentences(
          automaticAnswers === 'ignored'
            ? say(fr`Une réponse automatique n’atteint aucune étape.`, en`An automatic answer reaches no milestone.`)
            : say(fr`Une réponse automatique vaut étape.`, en`An automatic answer counts as a milestone.`),
          mass === 'parent-only'
            ? say(
                fr`Les tickets rattachés à un même incident comptent une fois, pour cet incident.`,
                en`Tickets attached to one parent incident count once, for that incident.`,
              )
            : say(
                fr`Les tickets rattachés à un même incident comptent chacun.`,
                en`Tickets attached to one parent incident count each.`,
              ),
          reopened,
          closes &&
            say(
              fr`Un ticket résolu sans remarque de son auteur est clos tacitement après ${target(closes.tacitAfter)}.`,
              en`A resolved ticket without remark of its author is tacitly closed after ${target(closes.tacitAfter)}.`,
            ),
        ),
      ),
    ],
  }
}

function supportHours(
  { supportHours: choice, onCall }: Contract['commitments'],
  { say, names, name }: Writing,
): Subject | undefined {
  if (choice === undefined && onCall === undefined) return undefined
  return {
    anchor: 'article:support-hours',
    title: say(fr`Plage de support et astreinte`, en`Support hours and on-call duty`),
    blocks: [
      paragraph(
        sentences(
          choice &&
            say(
              fr`Les plages de support proposées sont : ${names('calendar', choice.options)}.`,
              en`The support hours on offer are: ${names('calendar', choice.options)}.`,
            ),
          choice?.selected === undefined
            ? choice && say(fr`Aucune n’est encore retenue.`, en`None is chosen yet.`)
            : say(
                fr`Les Parties retiennent : ${name('calendar', choice.selected)}.`,
                en`The Parties chose: ${name('calendar', choice.selected)}.`,
              ),
          onCall &&
            (onCall.staffed
              ? say(
                  fr`Une astreinte est tenue aux heures du calendrier « ${name('calendar', onCall.calendar)} ».`,
                  en`Somebody is on call at the hours of the calendar “${name('calendar', onCall.calendar)}”.`,
                )
              : say(
                  fr`Nul n’est d’astreinte aux heures du calendrier « ${name('calendar', onCall.calendar)} ».`,
                  en`Nobody is on call at the hours of the calendar “${name('calendar', onCall.calendar)}”.`,
                )),
        ),
      ),
    ],
  }
}
