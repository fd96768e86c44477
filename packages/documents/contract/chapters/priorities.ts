import type { PriorityRules } from '@vigie/engine'
import type { Block } from '../document-model.ts'
import { en, fr, sentences, strong } from '../inline.ts'
import { column, paragraph, row, type Subject, table } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** Priorities, their matrix, who decides them. */
export function priorities({ levels, matrix, decidedBy, onChange }: PriorityRules, writing: Writing): Subject {
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
