import type { ClockRules, Contract, PauseClause, PriorityRules } from '@vigie/engine'
import { channelName } from '../channel-name.ts'
import type { Block } from '../document-model.ts'
import { capital, en, fr, inlineOf, sentences, strong } from '../inline.ts'
import { type Clause, column, item, paragraph, present, row, type Subject, table } from '../parts.ts'
import { measureName, milestoneName } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'

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

function priorities({ levels, matrix, decidedBy, onChange }: PriorityRules, writing: Writing): Subject {
  const { say, text, and } = writing
  const decided = {
    matrix: say(
      fr`La priorité d’un ticket résulte de la matrice ; elle n’est abaissée qu’avec l’accord du demandeur.`,
      en`The priority of a ticket follows from the matrix; it is lowered only with the requester’s agreement.`,
    ),
    both: say(
      fr`La priorité d’un ticket est changée d’un commun accord des Parties.`,
      en`The priority of a ticket is changed by agreement of both Parties.`,
    ),
    client: say(
      fr`La priorité d’un ticket est changée par le Client seul.`,
      en`The priority of a ticket is changed by the Client alone.`,
    ),
    provider: say(
      fr`La priorité d’un ticket est changée par le Prestataire seul.`,
      en`The priority of a ticket is changed by the Provider alone.`,
    ),
  }
  const changed = {
    retroactive: say(
      fr`Lorsqu’elle change, tout le délai en cours est jugé selon le nouveau délai.`,
      en`When it changes, the whole running clock is judged by the new target.`,
    ),
    prospective: say(
      fr`Lorsqu’elle change, la part du délai déjà consommée est conservée et le reste suit le nouveau délai.`,
      en`When it changes, the share of the target already used is kept and the rest follows the new target.`,
    ),
    frozen: say(
      fr`Lorsqu’elle change, le premier délai reste celui du ticket.`,
      en`When it changes, the first target remains that of the ticket.`,
    ),
  }
  return {
    anchor: 'article:priorities',
    title: say(fr`Priorités`, en`Priorities`),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Les priorités, de la plus haute à la plus basse, sont : ${and(levels.map((level) => strong(level)))}.`,
            en`The priorities, from the highest to the lowest, are: ${and(levels.map((level) => strong(level)))}.`,
          ),
          decided[decidedBy],
          changed[onChange],
        ),
      ),
      ...(matrix === undefined ? [] : [matrixTable(matrix, writing)]),
    ],
  }

  function matrixTable(of: NonNullable<PriorityRules['matrix']>, { language }: Writing): Block {
    const urgencies = [...new Set(Object.values(of).flatMap((line) => Object.keys(line)))]
    return table(
      text('Priorité selon l’impact et l’urgence', 'Priority by impact and urgency'),
      [
        column(text('Impact', 'Impact'), 1.4),
        ...urgencies.map((urgency) =>
          column(language === 'fr' ? `Urgence ${levelName(urgency, text)}` : `${levelName(urgency, text)} urgency`),
        ),
      ],
      Object.entries(of).map(([impact, line]) =>
        row([levelName(impact, text), ...urgencies.map((urgency) => line[urgency])]),
      ),
    )
  }
}

/** Usual words of impact and urgency; another stands as written. */
function levelName(level: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    high: text('haute (high)', 'high'),
    medium: text('moyenne (medium)', 'medium'),
    low: text('basse (low)', 'low'),
  }
  return names[level] ?? level
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

function pauses({ pauses: list }: ClockRules, writing: Writing): Subject | undefined {
  const { say, contract } = writing
  if (list.length === 0 && !contract.commitments.targets.some(({ type }) => type === 'ticket')) return undefined
  const title = say(fr`Suspension des délais`, en`Pauses`)
  const anchor = 'article:pauses'
  if (list.length === 0)
    return {
      anchor,
      title,
      blocks: [
        paragraph(
          say(
            fr`Le présent contrat ne comporte aucun motif de suspension : tout le temps ouvert compte.`,
            en`This contract has no reason for a pause: all open time counts.`,
          ),
        ),
      ],
    }
  return {
    anchor,
    title,
    blocks: [
      paragraph(
        say(
          fr`Les motifs de suspension sont limitativement énumérés ci-dessous ; sous tout autre motif, le temps compte.`,
          en`The reasons for a pause are exhaustively listed below; under any other reason, time counts.`,
        ),
      ),
    ],
    clauses: list.map((pause) => pauseClause(pause, writing)),
  }
}

function pauseClause(pause: PauseClause, writing: Writing): Clause {
  const { say, text, and, target } = writing
  const { reason, clause, label, imputable, appliesTo, proof, remindAfter, atMost, then } = pause
  const party = {
    client: text('au Client', 'to the Client'),
    provider: text('au Prestataire', 'to the Provider'),
    'third-party': text('à un tiers', 'to a third party'),
  }
  const end =
    then === 'resume'
      ? say(fr`, puis le temps compte de nouveau`, en`, then time counts again`)
      : say(
          fr`, puis le ticket est clos faute de réponse, sans jamais compter comme respecté`,
          en`, then the ticket is closed for want of an answer, and never counts as met`,
        )
  return {
    kind: 'pause',
    id: reason,
    clause,
    title: label === undefined ? capital(inlineOf(reasonName(reason, text))) : inlineOf(label),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Cette suspension, imputable ${party[imputable]}, arrête les délais suivants : ${and(appliesTo.map((one) => measureName(one, text)))}.`,
            en`This pause, imputable ${party[imputable]}, stops the following clocks: ${and(appliesTo.map((one) => measureName(one, text)))}.`,
          ),
          proof === 'required'
            ? say(
                fr`Elle n’est admise que si un texte la justifie.`,
                en`It is admitted only where a text justifies it.`,
              )
            : undefined,
          remindAfter &&
            say(
              fr`Le Prestataire relance après ${target(remindAfter)}.`,
              en`The Provider sends a reminder after ${target(remindAfter)}.`,
            ),
          atMost === undefined
            ? say(fr`Sa durée n’est pas limitée${end}.`, en`Its length is not limited${end}.`)
            : say(fr`Elle dure au plus ${target(atMost)}${end}.`, en`It lasts at most ${target(atMost)}${end}.`),
        ),
      ),
    ],
  }
}

function reasonName(reason: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    'waiting-client': text('attente du Client', 'waiting for the Client'),
    'waiting-user': text('attente de l’utilisateur', 'waiting for the user'),
    'waiting-third-party': text('attente d’un tiers', 'waiting for a third party'),
  }
  return names[reason] ?? reason
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
