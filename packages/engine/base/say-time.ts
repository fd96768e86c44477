import type { Milliseconds } from './instant.ts'
import type { Localised } from './message.ts'

/** A length of counted time for a sentence, in hours, never in days: `45 min`, `7 h 12`, `2 min 05 s`. */
export function sayTime(time: Milliseconds): Localised {
  if (time < 0) {
    const { fr, en } = sayTime(-time)
    return { fr: `−${fr}`, en: `−${en}` }
  }
  const hours = Math.floor(time / HOUR)
  const minutes = Math.floor((time % HOUR) / MINUTE)
  const seconds = (time % MINUTE) / 1000
  const both = (text: string): Localised => ({ fr: text.replace('.', ','), en: text })
  if (seconds !== 0) {
    const parts = [hours > 0 ? `${hours}${GAP}h` : '', hours > 0 || minutes > 0 ? `${minutes}${GAP}min` : '']
    return both([...parts, `${seconds}${GAP}s`].filter((part) => part !== '').join(GAP))
  }
  if (hours === 0) return both(`${minutes}${GAP}min`)
  if (minutes === 0) return both(`${hours}${GAP}h`)
  const rest = String(minutes).padStart(2, '0')
  return { fr: `${hours}${GAP}h${GAP}${rest}`, en: `${hours}${GAP}h${GAP}${rest}${GAP}min` }
}

const GAP = '\u00a0'
const MINUTE = 60_000
const HOUR = 3_600_000
