import { expect, test } from 'vitest'
import { historyOf, sampleContract } from './fixtures/sample-history.ts'
import { hoursInWords } from './hours-in-words.ts'
import { sayRecurrence } from './recurrence.ts'
import { sayDuration, sayMilliseconds } from './say-duration.ts'
import { writingOf } from './writing.ts'

const spaces = (text: string): string => text.replaceAll('\u00a0', ' ')
const [contract] = historyOf(sampleContract).versions

test.each([
  ['P36M', '36 mois', '36 months'],
  ['P1Y6M', '1 an et 6 mois', '1 year and 6 months'],
  ['P1D', '1 jour', '1 day'],
  ['P2W', '2 semaines', '2 weeks'],
  ['PT1H30M', '1 heure et 30 minutes', '1 hour and 30 minutes'],
  ['PT0S', '0 seconde', '0 seconds'],
  ['PT1.5H', '1,5 heure', '1.5 hours'],
  ['P1Y2M3D', '1 an, 2 mois et 3 jours', '1 year, 2 months and 3 days'],
  ['unclear', 'unclear', 'unclear'],
])('%s', (iso, french, english) => {
  expect(spaces(sayDuration(iso, 'fr'))).toBe(french)
  expect(spaces(sayDuration(iso, 'en'))).toBe(english)
})

test.each([
  [1_800_000, '30 minutes'],
  [14_400_000, '4 heures'],
  [5_400_500, '1 heure, 30 minutes et 0,5 seconde'],
])('%d ms', (milliseconds, french) => {
  expect(spaces(sayMilliseconds(milliseconds, 'fr'))).toBe(french)
})

test.each([
  [
    'FREQ=MONTHLY;BYDAY=2TU;BYHOUR=10;BYMINUTE=0',
    'chaque mois : le 2e mardi à 10 h',
    'every month, on the 2nd Tuesday at 10:00',
  ],
  [
    'FREQ=YEARLY;BYMONTH=1;BYDAY=3TH',
    'chaque année : le 3e jeudi de janvier',
    'every year, on the 3rd Thursday of January',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,-1FR;BYHOUR=9;BYMINUTE=30',
    'toutes les 2 semaines : le lundi et le dernier vendredi à 9 h 30',
    'every 2 weeks, on the Monday and the last Friday at 09:30',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'chaque mois : le 15', 'every month, on day 15'],
  ['FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO', 'FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO', 'FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO'],
])('%s', (rule, french, english) => {
  expect(spaces(sayRecurrence(rule, writingOf(contract, 'fr')))).toBe(french)
  expect(spaces(sayRecurrence(rule, writingOf(contract, 'en')))).toBe(english)
})

test.each([
  [
    { mon: ['09:00-12:30', '13:30-18:00'], tue: ['09:00-12:30', '13:30-18:00'], sat: ['08:00-12:00'] },
    'lundi à mardi 9 h – 12 h 30 et 13 h 30 – 18 h, samedi 8 h – 12 h',
  ],
  [{ mon: ['09:00-17:00'], wed: ['09:00-17:00'] }, 'lundi 9 h – 17 h, mercredi 9 h – 17 h'],
  [{}, 'jamais ouvert'],
  ['always' as const, '24 h/24, 7 j/7'],
])('hours of a week in a phrase: %j', (weekly, french) => {
  expect(spaces(hoursInWords({ timeZone: 'Europe/Paris', weekly }, 'fr'))).toBe(french)
})
