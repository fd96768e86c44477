import type { Grounds } from '../base/grounds.ts'
import type { Localised } from '../base/message.ts'
import type { FollowUpChapter, Kpi } from './clause-types.ts'
import { judgeTarget, type KpiTarget } from './judge-target.ts'
import type { CountedFigure, KpiCounter, KpiFormula, KpiResult, LogFacts } from './kpi.ts'
import type { KpiSpan } from './kpi-span.ts'
import { ownKpi } from './own-kpi.ts'
import { readOwnKpi } from './own-kpi-definition.ts'
import { STANDARD_KPIS } from './standard-kpis.ts'

/** One KPI of a contract over one span. */
export type CountedKpi = Pick<KpiCounter, 'addTicket' | 'addHandled'> & {
  readonly result: (log: LogFacts) => KpiResult
  /** Why the contract's definition cannot be computed; the value is then null. */
  readonly fault?: Localised
}

/** Begins to count a KPI that the contract asks for, by its standard id or by the contract's own definition. */
export function countKpi(kpi: Kpi, chapter: FollowUpChapter, contractVersion: string, span: KpiSpan): CountedKpi {
  const formula = formulaOf(kpi)
  const counter = 'begin' in formula ? formula.begin(span) : undefined
  const label = kpi.label === undefined ? labelOf(formula, kpi.id) : { fr: kpi.label, en: kpi.label }
  const target = 'begin' in formula ? targetOf(kpi, formula, chapter) : undefined
  return {
    ...(counter?.addTicket === undefined ? {} : { addTicket: counter.addTicket }),
    ...(counter?.addHandled === undefined ? {} : { addHandled: counter.addHandled }),
    ...('begin' in formula ? {} : { fault: formula.message }),
    result: (log) => {
      const { figure, exact } = counter?.figure(log) ?? NO_FIGURE
      const state = target === undefined ? undefined : judgeTarget(exact, figure.unit, target)
      const grounds: Grounds = {
        rule: kpi.id,
        clause: kpi.clause,
        contractVersion,
        evidence: [`count: ${figure.count}`],
      }
      return {
        id: kpi.id,
        label,
        definition: 'begin' in formula ? formula.definition : formula.message,
        ...figure,
        ...(target === undefined ? {} : { target: target.text, direction: target.direction }),
        ...(state === undefined ? {} : { state }),
        grounds,
      }
    },
  }
}

type NoFormula = { readonly message: Localised }

const NO_FIGURE: CountedFigure = { figure: { value: null, unit: 'count', count: 0 }, exact: null }

function formulaOf(kpi: Kpi): KpiFormula | NoFormula {
  if (kpi.definition === undefined) return STANDARD_KPIS.find(({ id }) => id === kpi.id) ?? unknownKpi(kpi.id)
  const definition = readOwnKpi(kpi.definition)
  return 'message' in definition ? definition : ownKpi(kpi.id, definition, kpi.definition.direction)
}

function labelOf(formula: KpiFormula | NoFormula, id: string): Localised {
  return 'begin' in formula ? formula.label : { fr: id, en: id }
}

function targetOf({ id, target }: Kpi, { direction }: KpiFormula, chapter: FollowUpChapter): KpiTarget | undefined {
  const text = target ?? (id === 'satisfaction' ? chapter.satisfaction?.target : undefined)
  return text === undefined ? undefined : { text, direction }
}

function unknownKpi(id: string): NoFormula {
  const known = STANDARD_KPIS.map((kpi) => kpi.id).join(', ')
  return {
    message: {
      fr: `L’indicateur «\u00a0${id}\u00a0» n’est ni connu (${known}) ni défini au contrat.`,
      en: `The KPI "${id}" is neither known (${known}) nor defined in the contract.`,
    },
  }
}
