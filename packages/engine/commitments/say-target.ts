import type { Localised } from '../base/message.ts'
import { sayTime } from '../base/say-time.ts'
import type { Target } from './clause-types.ts'

/** A time target in words, without its calendar: `6 h`, `5 jours ouvrés (signalés avant 16:00)`, `3 civil days`. */
export function sayTarget(target: Target): Localised {
  switch (target.kind) {
    case 'open-time':
      return sayTime(target.milliseconds)
    case 'civil-days':
      return plural(target.days, ['jour civil', 'jours civils'], ['civil day', 'civil days'])
    case 'working-days': {
      const { fr, en } = plural(target.days, ['jour ouvré', 'jours ouvrés'], ['working day', 'working days'])
      const { cutoff, until } = target
      const limits: Localised[] = []
      if (cutoff !== undefined) limits.push({ fr: `signalés avant ${cutoff}`, en: `reported before ${cutoff}` })
      if (until !== 'end-of-day') limits.push({ fr: `jusqu’à ${until}`, en: `until ${until}` })
      if (limits.length === 0) return { fr, en }
      const said = (language: keyof Localised) => limits.map((limit) => limit[language]).join(', ')
      return { fr: `${fr} (${said('fr')})`, en: `${en} (${said('en')})` }
    }
  }
}

type Forms = readonly [one: string, more: string]

/** French has a singular for 0 and 1, English for 1 alone. */
function plural(count: number, fr: Forms, en: Forms): Localised {
  return { fr: `${count}\u00a0${count < 2 ? fr[0] : fr[1]}`, en: `${count}\u00a0${count === 1 ? en[0] : en[1]}` }
}
