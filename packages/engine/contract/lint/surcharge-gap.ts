import type { LintRule, Violation } from '../../base/lint-rule.ts'
import { localise } from '../../base/localise.ts'
import { numbered } from '../../base/numbered.ts'
import { DAYS, gapsOf, type Span, sayWeek, spansOfDay, spansOfWeek, within } from '../../calendar/week-spans.ts'
import type { Contract } from '../contract.ts'

/** Surcharge bands that leave time outside standard hours without a price, overlap each other, or cover standard hours. */
export const surchargeGap: LintRule<Contract> = {
  id: 'PR10',
  severity: 'error',
  title: localise('Plage de majoration non couverte', 'Surcharge bands with a gap'),
  why: localise(
    'Une intervention le samedi à 10 h n’a pas de prix, ou en a deux : elle se facture au plus cher.',
    'Work on a Saturday at ten has no price, or two: it is billed at the higher.',
  ),
  mend: localise(
    'Donnez standardHours, et des majorations qui couvrent une seule fois chaque heure hors de ce calendrier.',
    'Give standardHours, and surcharges that cover every hour outside that calendar once.',
  ),
  find({ chapters, calendars }) {
    const { surcharges = [], standardHours } = chapters.evolution?.pricing ?? {}
    if (surcharges.length === 0) return []
    const path = ['evolution', 'pricing', 'surcharges']
    const standard = standardHours === undefined ? undefined : calendars[standardHours]
    if (standard === undefined) {
      return [
        {
          path,
          message: localise(
            'Majorations sans heures normales : rien ne dit où elles commencent.',
            'Surcharges without standard hours: nothing says where they begin.',
          ),
        },
      ]
    }
    const open = spansOfWeek(standard.weekly)
    const bands = surcharges.map(({ days, hours }) =>
      days.flatMap((day) => (day === 'holidays' ? [] : spansOfDay(DAYS.indexOf(day), hours))),
    )
    const violations: Violation[] = []
    for (const [index, { id, label, clause }] of surcharges.entries()) {
      const earlier = [...open, ...bands.slice(0, index).flat()]
      const twice = within(bands[index] ?? [], earlier)
      if (twice.length > 0)
        violations.push({
          path: [...path, index],
          ...numbered(clause),
          message: localise(
            `La majoration « ${label ?? id} » couvre des heures déjà couvertes : ${sayWeek(twice).fr}.`,
            `The surcharge "${label ?? id}" covers hours that are covered already: ${sayWeek(twice).en}.`,
          ),
        })
    }
    const missing: readonly Span[] = gapsOf([...open, ...bands.flat()])
    if (missing.length > 0)
      violations.push({
        path,
        message: localise(
          `Plage hors heures normales sans majoration : ${sayWeek(missing).fr}.`,
          `Time outside standard hours without a surcharge: ${sayWeek(missing).en}.`,
        ),
      })
    return violations
  },
}
