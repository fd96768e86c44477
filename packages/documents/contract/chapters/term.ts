import type { Block, Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, sentences } from '../inline.ts'
import { column, paragraph, present, row, type Subject, table } from '../parts.ts'
import { usualName } from '../usual-names.ts'
import type { Writing } from '../writing.ts'

/** When the contract starts, how long it lasts, how it is renewed. */
export function term(writing: Writing): Subject {
  const { contract, say, date, duration, count } = writing
  const { signedOn, effectiveFrom, effectiveTo, startsOn } = contract
  const started =
    startsOn === undefined
      ? undefined
      : say(
          fr`Le contrat a pris effet le ${date(startsOn)} à 0 h.`,
          en`The contract took effect on ${date(startsOn)} at 00:00.`,
        )
  const signed =
    signedOn === undefined
      ? undefined
      : contract.version === '1'
        ? say(fr`Le contrat a été signé le ${date(signedOn)}.`, en`The contract was signed on ${date(signedOn)}.`)
        : say(
            fr`La présente version a été signée le ${date(signedOn)}.`,
            en`This version was signed on ${date(signedOn)}.`,
          )
  const force =
    contract.version === '1'
      ? say(
          fr`Il prend effet le ${date(effectiveFrom)} à 0 h.`,
          en`It takes effect on ${date(effectiveFrom)} at 00:00.`,
        )
      : say(
          fr`La présente version est en vigueur depuis le ${date(effectiveFrom)} à 0 h.`,
          en`This version is in force since ${date(effectiveFrom)} at 00:00.`,
        )
  return {
    anchor: 'article:term',
    title: say(fr`Prise d’effet et durée`, en`Effective date and term`),
    blocks: [paragraph(sentences(started, signed, force)), ...(contract.term === undefined ? termBlocks() : [])],
    ...(contract.term === undefined
      ? {}
      : {
          clauses: [
            {
              kind: 'clause',
              id: 'term',
              clause: contract.term.clause,
              title: say(fr`Durée et reconduction`, en`Term and renewal`),
              blocks: termBlocks(),
            },
          ],
        }),
  }

  function termBlocks(): readonly Block[] {
    const stated = contract.term
    if (stated === undefined)
      return [
        paragraph(
          say(fr`Le contrat est conclu pour une durée indéterminée.`, en`The contract is made for an indefinite term.`),
        ),
      ]
    const { initial, renewal, notice: delay } = stated
    const first = say(
      fr`Le contrat est conclu pour une durée initiale de ${duration(initial)}.`,
      en`The contract is made for an initial term of ${duration(initial)}.`,
    )
    const end =
      effectiveTo === undefined
        ? undefined
        : say(
            fr`Il prend fin le ${date(effectiveTo)} à 0 h${renewal?.mode === 'express' ? ', sauf reconduction' : ''}.`,
            en`It ends on ${date(effectiveTo)} at 00:00${renewal?.mode === 'express' ? ', unless it is renewed' : ''}.`,
          )
    return [
      paragraph(sentences(first, renewal && renewed(renewal), end)),
      ...present(delay && paragraph(noticed(delay))),
    ]
  }

  function renewed({ mode, for: length, times }: NonNullable<NonNullable<typeof contract.term>['renewal']>): Inline {
    const span =
      length === undefined ? say(fr``, en``) : say(fr` pour ${duration(length)}`, en` for ${duration(length)}`)
    const often =
      times === undefined
        ? mode === 'none'
          ? say(fr``, en``)
          : say(fr`, sans limite de nombre`, en`, without limit of number`)
        : say(
            fr`, au plus ${count(times, ['fois', 'fois'], ['time', 'times'])}`,
            en`, at most ${count(times, ['fois', 'fois'], ['time', 'times'])}`,
          )
    switch (mode) {
      case 'tacit':
        return say(
          fr`À son terme, il est reconduit tacitement${span}${often}.`,
          en`At its end it is renewed tacitly${span}${often}.`,
        )
      case 'express':
        return say(
          fr`À son terme, il n’est reconduit que par un accord exprès des Parties${span}${often}.`,
          en`At its end it is renewed only by an express agreement of the Parties${span}${often}.`,
        )
      case 'none':
        return say(fr`Il n’est pas reconductible${span}${often}.`, en`It is not renewable${span}${often}.`)
    }
  }

  function noticed(delay: string): Inline {
    return say(
      fr`La Partie qui ne souhaite pas la reconduction le notifie à l’autre au moins ${duration(delay)} avant l’échéance.`,
      en`A Party that does not wish the renewal notifies the other at least ${duration(delay)} before the end of the term.`,
    )
  }
}

/** Leaving before the end for convenience. */
export function earlyTermination({ contract, say, duration, money }: Writing): Subject | undefined {
  const stated = contract.earlyTermination
  if (stated === undefined) return undefined
  const { clause, label, free, notice: delay, fee } = stated
  return {
    anchor: 'article:early-termination',
    title: say(fr`Résiliation anticipée`, en`Early termination`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'earlyTermination',
        clause,
        title: label === undefined ? say(fr`Sortie avant le terme`, en`Leaving before the end`) : inlineOf(label),
        blocks: [
          paragraph(
            sentences(
              delay === undefined
                ? say(
                    fr`Le Client peut mettre fin au contrat avant son terme.`,
                    en`The Client may end the contract before its term.`,
                  )
                : say(
                    fr`Le Client peut mettre fin au contrat avant son terme, moyennant un préavis de ${duration(delay)}.`,
                    en`The Client may end the contract before its term, on a notice of ${duration(delay)}.`,
                  ),
              free === undefined
                ? undefined
                : free
                  ? say(fr`Cette résiliation est dite sans pénalité.`, en`This termination is called free.`)
                  : say(fr`Cette résiliation n’est pas dite sans pénalité.`, en`This termination is not called free.`),
              fee === undefined
                ? undefined
                : fee === 'none'
                  ? say(fr`Aucune somme n’est due à ce titre.`, en`Nothing is owed for it.`)
                  : fee === 'remaining-fees'
                    ? say(
                        fr`Les redevances restant à courir jusqu’au terme restent dues.`,
                        en`The fees that remain to the end of the term stay due.`,
                      )
                    : say(
                        fr`Une somme de ${money(fee.amount)} est due à ce titre.`,
                        en`A sum of ${money(fee.amount)} is owed for it.`,
                      ),
            ),
          ),
        ],
      },
    ],
  }
}

/** The phases, and whether penalties are due in each. */
export function phases(writing: Writing): Subject | undefined {
  const { contract, say, text, date, anchors } = writing
  const list: readonly { id: string; label?: string; from: string; to?: string; penalties: 'waived' | 'due' }[] =
    contract.phases
  if (list.length === 0) return undefined
  return {
    anchor: 'article:phases',
    title: say(fr`Phases du contrat`, en`Phases of the contract`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat se déroule selon les phases ci-dessous, chacune du premier jour indiqué jusqu’à la veille du jour de fin.`,
          en`The contract runs through the phases below, each from its first day to the day before its end.`,
        ),
      ),
      table(
        text('Phases du contrat', 'Phases of the contract'),
        [
          column(text('Phase', 'Phase'), 2),
          column(text('Identifiant', 'Identifier'), 1.4),
          column(text('À partir du', 'From'), 1.6),
          column(text('Jusqu’au (exclu)', 'Until (excluded)'), 1.6),
          column(text('Pénalités', 'Penalties'), 1.6),
        ],
        list.map(({ id, label, from, to, penalties }) =>
          row(
            [
              label ?? usualName('phase', id, text),
              code(id),
              date(from),
              to === undefined ? text('sans terme fixé', 'no fixed end') : date(to),
              penalties === 'due' ? text('dues', 'due') : text('non dues', 'not due'),
            ],
            anchors.of('phase', id),
          ),
        ),
      ),
    ],
  }
}
