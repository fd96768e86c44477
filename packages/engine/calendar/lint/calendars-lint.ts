import type { LintRule } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import type { CalendarDefinition } from '../definition.ts'
import { parseWallInterval, runsOverMidnight } from '../wall-interval.ts'
import { hoursOf } from './hours-of.ts'

/** The calendars of a contract, by id. */
export type Calendars = Readonly<Record<string, CalendarDefinition>>

/** A calendar without any hour: its targets are never due. */
const neverOpens: LintRule<Calendars> = {
  id: 'SL25',
  severity: 'error',
  title: localise('Calendrier qui n’ouvre jamais', 'Calendar that never opens'),
  why: localise(
    'Un délai compté dans ce calendrier n’arrive jamais à son terme : l’engagement est vide.',
    'A time counted in this calendar is never due: the target is empty.',
  ),
  mend: localise('Donnez-lui des heures, ou always.', 'Give it hours, or always.'),
  find: (calendars) =>
    Object.keys(calendars).flatMap((id) => {
      if (hoursOf(calendars[id]).length > 0) return []
      return [
        {
          path: [id, 'weekly'],
          message: localise(`Le calendrier « ${id} » n’ouvre jamais.`, `The calendar "${id}" never opens.`),
          hint: localise('Donnez-lui des heures, ou always.', 'Give it hours, or always.'),
        },
      ]
    }),
}

/** What a holiday closes is stated, and no hours run over midnight: the words have no effect. */
const needlessCloses: LintRule<Calendars> = {
  id: 'SL26',
  severity: 'info',
  title: localise('Mot sans effet', 'Word without effect'),
  why: localise(
    'Le lecteur cherchera ce que ce mot change, et il ne change rien.',
    'A reader will look for what this word changes, and it changes nothing.',
  ),
  mend: localise('Retirez-le.', 'Remove it.'),
  find: (calendars) =>
    Object.entries(calendars).flatMap(([id, definition]) => {
      const overMidnight = hoursOf(definition).some((text) => {
        const interval = parseWallInterval(text)
        return interval !== undefined && runsOverMidnight(interval)
      })
      if (definition.holidays?.closes === undefined || overMidnight) return []
      return [
        {
          path: [id, 'holidays', 'closes'],
          message: localise(
            `« closes » est sans effet : aucune heure de « ${id} » ne passe minuit.`,
            `"closes" has no effect: no hours of "${id}" run over midnight.`,
          ),
          hint: localise('Retirez-le.', 'Remove it.'),
        },
      ]
    }),
}

/** The rules of the calendars, in the order of their ids. */
export const calendarsLint: readonly LintRule<Calendars>[] = [neverOpens, needlessCloses]
