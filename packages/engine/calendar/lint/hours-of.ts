import type { CalendarDefinition } from '../definition.ts'

/** Every wall-clock interval that a calendar names: of the week, then of its exceptions. */
export function hoursOf(definition: CalendarDefinition | undefined): readonly string[] {
  if (definition === undefined) return []
  const weekly = definition.weekly === 'always' ? ['00:00-24:00'] : Object.values(definition.weekly).flat()
  return [...weekly, ...(definition.exceptions ?? []).flatMap(({ hours }) => hours ?? [])]
}
