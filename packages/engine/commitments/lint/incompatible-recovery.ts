import { parseDuration } from '../../base/duration.ts'
import { MILLISECONDS_PER_DAY, type Milliseconds } from '../../base/instant.ts'
import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { sayTime } from '../../base/say-time.ts'
import type { CommitmentsChapter, MeasureKind } from '../clause-types.ts'
import { isBackup } from './control-subject.ts'
import { holdsPriority, ticketTargets } from './ticket-targets.ts'

/** A service to be up again sooner than the highest priority promises, or backed up less often than it may lose. */
export const incompatibleRecovery: LintRule<CommitmentsChapter> = {
  id: 'SL22',
  severity: 'warning',
  title: localise(
    'Reprise ou perte de données incompatible (RTO, RPO)',
    'Recovery or loss of data that does not fit (RTO, RPO)',
  ),
  why: localise(
    'L’activité compte sur un retour ou sur des données que les autres clauses ne permettent pas.',
    'The business counts on a return, or on data, that the other clauses do not allow.',
  ),
  mend: localise(
    'Raccourcissez le rétablissement P1 ou l’intervalle des sauvegardes, ou allongez le RTO ou le RPO.',
    'Shorten the P1 restoration or the interval of backups, or lengthen the RTO or the RPO.',
  ),
  find(chapter) {
    return (chapter.services ?? []).flatMap(({ id, label, rto, rpo }, index): readonly Violation[] => {
      const name = label ?? id
      const restored = shortestRestoration(chapter)
      const backedUp = shortestBackup(chapter)
      const [most, loss] = [longest(rto), longest(rpo)]
      return [
        ...(most === undefined || restored === undefined || restored.time <= most
          ? []
          : [
              {
                path: ['services', index, 'rto'],
                message: localise(
                  `« ${name} » doit revenir en ${sayTime(most).fr} (RTO), et ${restored.id} promet ${sayTime(restored.time).fr}.`,
                  `"${name}" must be back within ${sayTime(most).en} (RTO), and ${restored.id} promises ${sayTime(restored.time).en}.`,
                ),
              },
            ]),
        ...(loss === undefined || backedUp === undefined || backedUp.time <= loss
          ? []
          : [
              {
                path: ['services', index, 'rpo'],
                message: localise(
                  `« ${name} » peut perdre ${sayTime(loss).fr} de données (RPO), et ${backedUp.id} sauvegarde toutes les ${sayTime(backedUp.time).fr}.`,
                  `"${name}" may lose ${sayTime(loss).en} of data (RPO), and ${backedUp.id} backs up every ${sayTime(backedUp.time).en}.`,
                ),
              },
            ]),
      ]
    })
  },
}

type Stated = { readonly id: string; readonly time: Milliseconds }

const RESTORES: ReadonlySet<MeasureKind> = new Set(['workaround', 'restoration', 'resolution'])

/** Open time lasts at least as long as it is counted: a target longer than the RTO never meets it. */
function shortestRestoration(chapter: CommitmentsChapter): Stated | undefined {
  const [highest] = chapter.priorities?.levels ?? []
  if (highest === undefined) return undefined
  return shortest(
    ticketTargets(chapter).flatMap(({ target }) => {
      if (!RESTORES.has(target.measure) || !holdsPriority(target, highest)) return []
      const { target: time } = target
      if (time.kind === 'open-time') return [{ id: target.id, time: time.milliseconds }]
      return time.kind === 'civil-days' ? [{ id: target.id, time: time.days * MILLISECONDS_PER_DAY }] : []
    }),
  )
}

function shortestBackup({ controls = [] }: CommitmentsChapter): Stated | undefined {
  return shortest(
    controls.flatMap(({ id, control, every }) => {
      const time = isBackup(control) ? longest(every) : undefined
      return time === undefined ? [] : [{ id, time }]
    }),
  )
}

function shortest(stated: readonly Stated[]): Stated | undefined {
  return stated.toSorted((a, b) => a.time - b.time)[0]
}

/** A day counts 24 hours and a month 31 days. */
function longest(text: string | undefined): Milliseconds | undefined {
  const duration = text === undefined ? undefined : parseDuration(text)
  if (duration === undefined) return undefined
  return (duration.months * 31 + duration.days) * MILLISECONDS_PER_DAY + duration.milliseconds
}
