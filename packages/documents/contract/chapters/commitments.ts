import { en, fr } from '../inline.ts'
import { type Chapter, present, type Subject } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { clockSubjects } from './clocks.ts'
import { controlsSubject } from './controls.ts'
import { penaltySubjects } from './penalties.ts'
import { targetSubjects } from './targets.ts'

/** Chapter 2: what is promised on tickets, services and controls, and what a breach costs. */
export function commitmentsChapter(writing: Writing): Chapter | undefined {
  const subjects = present<Subject>(
    ...clockSubjects(writing),
    ...targetSubjects(writing),
    controlsSubject(writing),
    ...penaltySubjects(writing),
  )
  if (subjects.length === 0) return undefined
  return {
    number: '2',
    anchor: 'chapter:commitments',
    title: writing.say(fr`Engagements de service`, en`Service commitments`),
    subjects,
  }
}
