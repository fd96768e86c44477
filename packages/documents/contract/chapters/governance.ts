import { sayBox } from '../boxes.ts'
import type { Governance } from '../clause-types.ts'
import type { Block, Inline } from '../document-model.ts'
import { en, fr, inlineOf, sentences } from '../inline.ts'
import { type Chapter, type Clause, item, paragraph, present, type Subject, see } from '../parts.ts'
import { sayRecurrence } from '../recurrence.ts'
import { milestoneName } from '../ticket-words.ts'
import { usualName } from '../usual-names.ts'
import type { Writing } from '../writing.ts'
import { governanceTerms } from './governance-terms.ts'

type Committee = NonNullable<Governance['committees']>[number]
type Escalation = NonNullable<Governance['escalation']>[number]

/** Chapter 4: who decides, when they meet, who is told. */
export function governanceChapter(writing: Writing): Chapter | undefined {
  const { governance } = writing.contract.chapters
  if (governance === undefined) return undefined
  const { say } = writing
  const { roles = [], committees = [], escalation = [] } = governance
  const subjects = present<Subject>(
    roles.length > 0 && {
      anchor: 'article:roles',
      title: say(fr`Rôles et pouvoirs`, en`Roles and powers`),
      blocks: [
        paragraph(
          say(
            fr`Les Parties désignent les titulaires des rôles de l’${see('annex:governance')}, qui fixe leurs suppléants et ce à quoi ils engagent leur Partie.`,
            en`The Parties appoint the holders of the roles in ${see('annex:governance')}, which sets their deputies and what they bind their Party to.`,
          ),
        ),
      ],
    },
    committees.length > 0 && {
      anchor: 'article:committees',
      title: say(fr`Comités`, en`Committees`),
      blocks: [],
      clauses: committees.map((committee) => committeeClause(committee, writing)),
    },
    escalation.length > 0 && {
      anchor: 'article:escalation',
      title: say(fr`Escalade et incident majeur`, en`Escalation and major incident`),
      blocks: [],
      clauses: escalation.map((one) => escalationClause(one, writing)),
    },
    ...governanceTerms(governance, writing),
  )
  if (subjects.length === 0) return undefined
  return { number: '4', anchor: 'chapter:governance', title: say(fr`Gouvernance`, en`Governance`), subjects }
}

function committeeClause(committee: Committee, writing: Writing): Clause {
  const { say, or, name, names, duration, target, text, count } = writing
  const {
    id,
    clause,
    label,
    every,
    duration: length,
    chair,
    members,
    quorum,
    agenda,
    avoid,
    minutesDue,
    tacitAfter,
  } = committee
  const avoided =
    avoid &&
    say(
      fr`Une séance qui tomberait un jour ${or(avoid.map((one) => (one === 'holidays' ? 'férié' : 'de fermeture')))} est déplacée.`,
      en`A meeting that would fall on a ${or(avoid.map((one) => (one === 'holidays' ? 'public holiday' : 'day of closure')))} is moved.`,
    )
  return {
    kind: 'committee',
    id,
    clause,
    title: inlineOf(label ?? usualName('committee', id, text)),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Ce comité se réunit ${sayRecurrence(every, writing)}${length === undefined ? '' : `, pendant ${duration(length)}`}.`,
            en`This committee meets ${sayRecurrence(every, writing)}${length === undefined ? '' : `, for ${duration(length)}`}.`,
          ),
          chair === undefined
            ? undefined
            : say(fr`Il est présidé par « ${name('role', chair)} ».`, en`It is chaired by “${name('role', chair)}”.`),
          members &&
            say(fr`Ses membres sont : ${names('role', members)}.`, en`Its members are: ${names('role', members)}.`),
          quorum === undefined
            ? undefined
            : say(
                fr`Il ne délibère valablement qu’en présence de ${count(quorum, ['membre', 'membres'], ['member', 'members'])}.`,
                en`Its quorum is ${count(quorum, ['membre', 'membres'], ['member', 'members'])}.`,
              ),
          avoided,
        ),
      ),
      ...(agenda === undefined
        ? []
        : [
            paragraph(say(fr`Son ordre du jour comprend :`, en`Its agenda comprises:`)),
            ...agenda.map((one) => item(inlineOf(one))),
          ]),
      ...(minutesDue === undefined && tacitAfter === undefined
        ? []
        : [
            paragraph(
              sentences(
                minutesDue &&
                  say(
                    fr`Le compte rendu est remis sous ${target(minutesDue)}.`,
                    en`The minutes are delivered within ${target(minutesDue)}.`,
                  ),
                tacitAfter &&
                  say(
                    fr`Sans remarque dans un délai de ${target(tacitAfter)}, il est réputé accepté.`,
                    en`Without remark within ${target(tacitAfter)} they are accepted.`,
                  ),
              ),
            ),
          ]),
    ],
  }
}

function escalationClause(escalation: Escalation, writing: Writing): Clause {
  const { say, text, duration, target } = writing
  const { id, clause, label, when, definition, steps, updates, reviewDue } = escalation
  return {
    kind: 'escalation',
    id,
    clause,
    title: inlineOf(label ?? usualName('escalation', id, text)),
    blocks: [
      ...whenBlocks(),
      ...definitionBlocks(),
      paragraph(say(fr`L’escalade se déroule ainsi :`, en`The escalation runs as follows:`)),
      ...steps.map((step) => item(stepText(step))),
      ...(updates === undefined && reviewDue === undefined
        ? []
        : [
            paragraph(
              sentences(
                updates === undefined
                  ? undefined
                  : say(
                      fr`Tant qu’elle dure, le Prestataire donne un point d’avancement à intervalle d’au plus ${duration(updates)}.`,
                      en`While it lasts the Provider gives a status update at least every ${duration(updates)}.`,
                    ),
                reviewDue &&
                  say(
                    fr`Un bilan écrit est remis sous ${target(reviewDue)} après sa fin.`,
                    en`A written review is delivered within ${target(reviewDue)} of its end.`,
                  ),
              ),
            ),
          ]),
    ],
  }

  function whenBlocks(): readonly Block[] {
    if (when === undefined) return []
    const { major, ...box } = when
    const said = sayBox(box, writing)
    const which =
      major === undefined
        ? say(fr`tout ticket`, en`any ticket`)
        : major
          ? say(fr`tout incident déclaré majeur`, en`any incident declared major`)
          : say(fr`tout ticket qui n’est pas un incident majeur`, en`any ticket that is not a major incident`)
    const limits = said.length === 0 ? [] : say(fr` (${said})`, en` (${said})`)
    return [
      paragraph(say(fr`Cette escalade concerne ${which}${limits}.`, en`This escalation concerns ${which}${limits}.`)),
    ]
  }

  function definitionBlocks(): readonly Block[] {
    if (definition === undefined) return []
    return [
      paragraph(
        say(
          fr`Un incident est majeur lorsque l’une au moins de ces conditions est remplie :`,
          en`An incident is major where at least one of these conditions holds:`,
        ),
      ),
      ...definition.any.map((one) => item(conditionText(one))),
    ]
  }

  function conditionText({
    users,
    site,
    service,
    for: length,
    declaredBy,
  }: NonNullable<Escalation['definition']>['any'][number]): Inline {
    const { name, or, count, and } = writing
    const parts = present<Inline>(
      users === undefined
        ? undefined
        : say(
            fr`${count(users, ['utilisateur est touché', 'utilisateurs sont touchés'], ['user is hit', 'users are hit'])}`,
            en`${count(users, ['', ''], ['user is hit', 'users are hit'])}`,
          ),
      site === undefined
        ? undefined
        : site === 'whole'
          ? say(fr`un site entier est touché`, en`a whole site is hit`)
          : say(fr`le site « ${name('site', site)} » est touché`, en`the site “${name('site', site)}” is hit`),
      service === undefined
        ? undefined
        : say(
            fr`le service « ${name('service', service)} » est interrompu`,
            en`the service “${name('service', service)}” is down`,
          ),
      declaredBy &&
        say(
          fr`il est déclaré tel par ${or(declaredBy.map((role) => name('role', role)))}`,
          en`it is declared so by ${or(declaredBy.map((role) => name('role', role)))}`,
        ),
    )
    const lasting = length === undefined ? [] : say(fr` pendant ${duration(length)}`, en` for ${duration(length)}`)
    return say(fr`${and(parts)}${lasting} ;`, en`${and(parts)}${lasting};`)
  }

  function stepText({ after, at, unless, notify, channel, ackWithin }: Escalation['steps'][number]): Inline {
    const { percent, names } = writing
    const moment =
      after !== undefined
        ? /^PT?0[SMHD]$/.test(after)
          ? say(fr`dès la déclaration`, en`at the declaration`)
          : say(fr`${duration(after)} après la déclaration`, en`${duration(after)} after the declaration`)
        : at === undefined
          ? []
          : say(fr`à ${percent(at)} du délai`, en`at ${percent(at)} of the target`)
    const stop =
      unless === undefined
        ? []
        : say(
            fr`, sauf étape atteinte (${milestoneName(unless, text)}),`,
            en`, unless reached (${milestoneName(unless, text)}),`,
          )
    const by = channel === undefined ? [] : say(fr` par ${channel}`, en` by ${channel}`)
    const answer =
      ackWithin === undefined
        ? []
        : say(
            fr`, avec accusé de réception sous ${duration(ackWithin)}`,
            en`, with acknowledgement within ${duration(ackWithin)}`,
          )
    return say(
      fr`${moment}${stop} sont prévenus${by} : ${names('role', notify)}${answer} ;`,
      en`${moment}${stop} these are told${by}: ${names('role', notify)}${answer};`,
    )
  }
}
