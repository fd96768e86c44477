// The official French list, from the law's text and an Easter by Gauss: independent of any library and of the engine.
// Code du travail L3133-1 (national), L3134-13 (Alsace-Moselle), L3422-2 (abolition of slavery overseas).

/** Departments and territories whose list differs from the national one. */
export type FrenchRegion = '57' | '67' | '68' | '971' | '972' | '973' | '974' | '976' | '977' | '978'

/** Date `YYYY-MM-DD` → ids of the holidays that fall on it. */
export function frenchHolidays(year: number, region?: FrenchRegion): ReadonlyMap<string, readonly string[]> {
  const easter = gaussEaster(year)
  const list: (readonly [string, string])[] = [
    [`${year}-01-01`, 'new-years-day'],
    [plusDays(easter, 1), 'easter-monday'],
    [`${year}-05-01`, 'labour-day'],
    [`${year}-05-08`, 'victory-day'],
    [plusDays(easter, 39), 'ascension-day'],
    [plusDays(easter, 50), 'whit-monday'],
    [`${year}-07-14`, 'bastille-day'],
    [`${year}-08-15`, 'assumption'],
    [`${year}-11-01`, 'all-saints-day'],
    [`${year}-11-11`, 'armistice-day'],
    [`${year}-12-25`, 'christmas-day'],
  ]
  if (region === '57' || region === '67' || region === '68') {
    list.push([plusDays(easter, -2), 'good-friday'], [`${year}-12-26`, 'boxing-day'])
  } else if (region !== undefined) list.push([`${year}-${ABOLITION[region]}`, 'abolition-of-slavery'])
  const byDate = new Map<string, string[]>()
  for (const [date, id] of list.sort()) byDate.set(date, [...(byDate.get(date) ?? []), id])
  return byDate
}

const ABOLITION = {
  '971': '05-27',
  '972': '05-22',
  '973': '06-10',
  '974': '12-20',
  '976': '04-27',
  '977': '10-09',
  '978': '05-28',
} as const

/** Gauss's Easter for 1900–2099, with his two exceptions. */
function gaussEaster(year: number): string {
  const d = (19 * (year % 19) + 24) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7
  let day = 22 + d + e
  if (d === 29 && e === 6) day = 50
  if (d === 28 && e === 6 && year % 19 > 10) day = 49
  return day <= 31 ? `${year}-03-${day}` : `${year}-04-${String(day - 31).padStart(2, '0')}`
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
