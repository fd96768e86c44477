import type { Localised } from './message.ts'

/** One sentence in both languages; the French one gets its no-break spaces (« … », before `: ; ? ! %`). */
export function localise(fr: string, en: string): Localised {
  return { fr: frenchSpacing(fr), en }
}

function frenchSpacing(text: string): string {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/ ([:;?!%])/g, '\u00a0$1')
}
