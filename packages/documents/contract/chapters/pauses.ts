import type { ClockRules, PauseClause } from '@vigie/engine'
import { capital, en, fr, inlineOf, sentences } from '../inline.ts'
import { type Clause, paragraph, type Subject } from '../parts.ts'
import { measureName } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'

/** The reasons that stop a clock, a closed list. */
export function pauses({ pauses: list }: ClockRules, writing: Writing): Subject | undefined {
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
