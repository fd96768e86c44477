import type { DraftAnswers } from './draft-answers.ts'
import { chapterLine, wordsOf } from './draft-words.ts'

export function draftGovernance(answers: DraftAnswers): string {
  const say = wordsOf(answers)
  return `${chapterLine(answers, '4. Gouvernance', '4. Governance')}
governance:
  roles:
    - { id: client-lead, party: client, label: ${say('Référent client', 'Client lead')}, deputy: client-board, binds: { orders: 2000.00 } }
    - { id: client-board, party: client, label: ${say('Direction', 'Management')}, deputy: client-lead, binds: { orders: 50000.00, amendments: true } }
    - { id: provider-lead, party: provider, label: ${say('Responsable de service (SDM)', 'Service delivery manager')}, deputy: provider-tech, binds: { amendments: true } }
    - { id: provider-tech, party: provider, label: ${say('Responsable technique', 'Technical lead')}, deputy: provider-lead }
  committees:
    - { id: steering, clause: "4.1", label: ${say('Comité de pilotage', 'Steering committee')}, every: "FREQ=MONTHLY;INTERVAL=3;BYDAY=3TU;BYHOUR=10;BYMINUTE=0", duration: PT1H, chair: client-lead, members: [client-lead, provider-lead], avoid: [holidays], minutesDue: { workingDays: 5, calendar: business }, tacitAfter: { workingDays: 5, calendar: business } }
  escalation:
    - id: major-incident
      clause: "4.2"
      label: ${say('Incident majeur', 'Major incident')}
      when: { major: true }
      definition: { any: [{ users: 20, for: PT30M }, { site: whole, for: PT30M }, { declaredBy: [client-lead, provider-lead] }] }
      steps:
        - { after: PT0S, notify: [provider-tech, client-lead], channel: phone }
        - { after: PT1H, unless: acknowledged, notify: [provider-lead], channel: phone }
        - { after: PT4H, unless: restored, notify: [client-board, provider-lead], channel: phone }
      updates: PT1H
      reviewDue: { workingDays: 5, calendar: business }
${personalDataOf(answers)}  security: { clause: "4.4", incidentNotice: PT24H, plan: ${say('Plan d’assurance sécurité annexé', 'Security plan, annexed')}, logsKept: P12M }
  audit: { clause: "4.5", right: true, notice: P30D, every: P12M, cost: each-its-own }
  subcontractors: []
`
}

/** The items of GDPR 28(3), each to be written out in the processing agreement. */
function personalDataOf(answers: DraftAnswers): string {
  if (answers.personalData === 'no') return '  personalData: none\n'
  const say = wordsOf(answers)
  return `  personalData:
    clause: "4.3"
    role: processor
    purposes: [${say('Administration des comptes', 'Administration of accounts')}, ${say('Assistance', 'Support')}, ${say('Sauvegarde', 'Backup')}]
    categories: [${say('Identité', 'Identity')}, ${say('Coordonnées professionnelles', 'Professional contact details')}]
    people: [${say('Salariés', 'Employees')}]
    instructions: true
    confidentiality: true
    security: true
    subProcessors: true
    dataSubjects: true
    assistance: true
    returnOrErase: true
    audit: true
    retention: P12M
    breachNotice: PT24H
`
}
