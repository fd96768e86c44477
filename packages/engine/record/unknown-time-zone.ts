import { nearestWord } from '../base/document/nearest-word.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import { zoneNames } from '../calendar/local-time.ts'

export function unknownTimeZone(name: string): Issue {
  const near = nearestWord(name, zoneNames())
  return {
    code: 'unknown-time-zone',
    place: {},
    message: localise(`fuseau horaire inconnu « ${name} »`, `unknown time zone "${name}"`),
    expected: localise(
      `un nom IANA, comme ${near ?? 'Europe/Paris'}`,
      `an IANA name, such as ${near ?? 'Europe/Paris'}`,
    ),
  }
}
