import type { DraftAnswers } from './draft-answers.ts'
import { businessOf } from './draft-calendars.ts'
import { chapterLine, wordsOf } from './draft-words.ts'
import { monthsAfter } from './months-after.ts'

/** Minutes to respond and hours to restore, by priority. */
const PACES = {
  standard: { respond: [30, 120, 240, 480], restore: [4, 8, 16, 40] },
  fast: { respond: [15, 60, 120, 240], restore: [2, 4, 8, 24] },
  relaxed: { respond: [60, 240, 480, 960], restore: [8, 16, 24, 40] },
} as const satisfies Readonly<
  Record<DraftAnswers['pace'], { readonly respond: readonly number[]; readonly restore: readonly number[] }>
>

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const

export function draftCommitments(answers: DraftAnswers): string {
  const say = wordsOf(answers)
  const business = businessOf(answers)
  const { onCall, penalties, start } = answers
  const targets = targetsOf(answers)
  return `${chapterLine(answers, '2. Engagements de service', '2. Commitments')}
commitments:
  priorities:
    levels: [P1, P2, P3, P4]
    matrix:
      high:   { high: P1, medium: P2, low: P3 }
      medium: { high: P2, medium: P3, low: P4 }
      low:    { high: P3, medium: P4, low: P4 }
    decidedBy: matrix
    onChange: retroactive
  clock:
    startsAt: reported
    pauses:
      - { reason: waiting-client, label: ${say('Attente du client', 'Waiting for the client')}, imputable: client, remindAfter: { hours: 8, calendar: ${business} }, atMost: { workingDays: 5, calendar: ${business} }, then: close-without-answer }
      - { reason: waiting-third-party, label: ${say('Attente d’un tiers', 'Waiting for a third party')}, imputable: third-party, proof: required, remindAfter: { workingDays: 2, calendar: ${business} }, atMost: { workingDays: 10, calendar: ${business} }, then: resume }
    reopen: { within: P5D, mode: resume }
    version: at-report
    automaticAnswers: ignored
    mass: parent-only
    channels: { opensClock: [phone, portal, email], ${onCall === 'none' ? '' : 'outsideHours: [phone], '}rights: { phone: matrix, portal: matrix, email: matrix } }
    closes: { tacitAfter: { workingDays: 5, calendar: ${business} } }
  milestones: { response: acknowledged, restoration: restored }
${onCall === 'none' ? '' : '  onCall: { calendar: on-call, staffed: true }\n'}  targets:
${targets.map(({ line }) => line).join('\n')}
  controls:
${controlsOf(answers)}
${hostedService(answers)}${penalties === 'none' ? '' : penaltiesOf(answers, targets)}  disputes: { clause: "2.40", claimWithin: { workingDays: 10, calendar: business }, answerWithin: { workingDays: 10, calendar: business }, silence: claim-lapsed }
phases:
  - { id: onboarding, label: ${say('Prise en charge', 'Onboarding')}, from: ${start}, to: ${monthsAfter(start, 2)}, penalties: waived }
  - { id: run, label: ${say('Exploitation', 'Operation')}, from: ${monthsAfter(start, 2)}, penalties: due }
`
}

type DraftTarget = { readonly id: string; readonly line: string }

function targetsOf(answers: DraftAnswers): readonly DraftTarget[] {
  const say = wordsOf(answers)
  const { respond, restore } = PACES[answers.pace]
  const compliance = 'compliance: { atLeast: 90%, over: month, by: stop, minimumCount: 10, small: one-miss-allowed }'
  return PRIORITIES.flatMap((priority, index): readonly DraftTarget[] => {
    const calendar = priority === 'P1' && answers.onCall !== 'none' ? 'on-call' : businessOf(answers)
    const when = `when: { priority: ${priority} }`
    return [
      {
        id: `${priority}-RESPONSE`,
        line: `    - { id: ${priority}-RESPONSE, clause: "2.${index * 2 + 1}", label: ${say(`Prise en compte ${priority}`, `Response ${priority}`)}, measure: response, ${when}, target: { minutes: ${respond[index]}, calendar: ${calendar} }, ${compliance} }`,
      },
      {
        id: `${priority}-RESTORATION`,
        line: `    - { id: ${priority}-RESTORATION, clause: "2.${index * 2 + 2}", label: ${say(`Rétablissement ${priority}`, `Restoration ${priority}`)}, measure: restoration, ${when}, target: { hours: ${restore[index]}, calendar: ${calendar} }, ${compliance} }`,
      },
    ]
  })
}

function controlsOf(answers: DraftAnswers): string {
  const say = wordsOf(answers)
  const population = answers.servers > 0 ? 'population: { assetClass: server }, ' : ''
  return `    - { id: BACKUP-DAILY, clause: "2.9", label: ${say('Sauvegarde quotidienne', 'Daily backup')}, control: backup, ${population}every: P1D, tolerance: PT26H, atLeast: 95%, unknown: missed, evidence: log }
    - { id: RESTORE-TEST, clause: "2.10", label: ${say('Test de restauration', 'Restore test')}, control: restore-test, every: P6M, unknown: missed, evidence: report }
    - { id: PATCH-CRITICAL, clause: "2.11", label: ${say('Correctifs critiques', 'Critical patches')}, control: patch, population: { severity: critical }, within: P30D, atLeast: 90%, unknown: missed, evidence: log }`
}

function hostedService(answers: DraftAnswers): string {
  if (answers.hosted === 'no') return ''
  const label = wordsOf(answers)('Services hébergés par le prestataire', 'Services hosted by the provider')
  return `  services:
    - { id: hosted, label: ${label}, expression: platform, hours: business, supplier: provider, cloud: true }
`
}

function penaltiesOf(answers: DraftAnswers, targets: readonly DraftTarget[]): string {
  const label = wordsOf(answers)('Indicateur manqué dans le mois', 'Commitment missed in the month')
  return `  penalties:
    - { id: PEN-KPI, clause: "2.12", label: ${label}, for: [${targets.map(({ id }) => id).join(', ')}], base: { share: 5%, of: monthly-fee, per: period } }
  penaltyRules:
    clause: "2.13"
    cumulation: sum
    cap: { month: { share: 15%, of: monthly-fee } }
    liberating: false
    putOnNotice: waived
    chronicBreach: { months: 3, consecutive: true, gives: right-to-terminate }
    claimWithin: P30D
    observations: P15D
    settlement: credit-note
    vat: outside
`
}
