import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'

const DOOR = new URL('./index.ts', import.meta.url).href

/** Two years of three calendars, told in full by a fresh process. */
const PROGRAM = `
import { compileCalendar } from ${JSON.stringify(DOOR)}
const calendars = [
  { timeZone: 'Europe/Paris', weekly: 'always', holidays: { country: 'FR', region: '971' } },
  { timeZone: 'Pacific/Apia', weekly: { fri: ['22:00-06:00'] }, holidays: { country: 'NZ', closes: 'civil-day' } },
  { timeZone: 'America/Sao_Paulo', weekly: { sun: ['00:00-01:00'] }, holidays: { country: 'BR', region: 'SP' } },
]
for (const definition of calendars) {
  const calendar = compileCalendar(definition)
  for (const year of [2011, 2018]) console.log(JSON.stringify(calendar.segments(Date.UTC(year, 0), Date.UTC(year + 1, 0))))
}`

describe('a calendar gives the same bytes on any machine', () => {
  const [first, ...others] = [
    ['UTC', 'C'],
    ['Pacific/Apia', 'fr_FR.UTF-8'],
    ['America/Sao_Paulo', 'ar_EG.UTF-8'],
  ].map(([zone, locale]) => ({ zone, locale, output: tell(zone ?? '', locale ?? '') }))

  test.each(others)('in $zone with locale $locale', ({ output }) => {
    expect(output).toBe(first?.output)
    expect(output.length).toBeGreaterThan(10_000)
  })
})

function tell(zone: string, locale: string): string {
  const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale }
  return execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { env, encoding: 'utf8' })
}
