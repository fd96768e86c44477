import type { DraftAnswers } from './draft-answers.ts'
import { chapterLine, quoted, wordsOf } from './draft-words.ts'

export function draftScope(answers: DraftAnswers): string {
  const { sites, users, signed, visits } = answers
  const say = wordsOf(answers)
  const classes = assetClasses(answers)
  const run = classes.filter(({ id }) => id !== 'printer').map(({ id }) => id)
  const prefixes = [...new Set(sites.map(({ postalCode }) => prefixOf(postalCode)))].map(quoted)
  const printers = classes.length === run.length ? '' : printerRule(say)
  return `${chapterLine(answers, '1. Périmètre', '1. Scope')}
scope:
  sites:
${sites.map(({ id, name, postalCode }) => `    - { id: ${id}, label: ${quoted(name)}, country: FR, postalCode: "${postalCode}", onsite: true }`).join('\n')}
  providerZones:
    - { id: area, label: ${say('Zone d’intervention', 'Area served')}, postalPrefixes: [${prefixes.join(', ')}], onsite: { within: { workingDays: 1, calendar: business } }, by: own-staff }
  desk: { country: FR, staff: own-staff, calendar: business }
  assetClasses:
${classes.map(({ id, label, quantity, billedBy }) => `    - { id: ${id}, label: ${label}, quantity: ${quantity}, asOf: ${signed}, source: declared${billedBy === undefined ? '' : `, billedBy: ${billedBy}`} }`).join('\n')}
  drift: { measuredOn: last-day-of-month, band: 5%, step: 1 }
  exclusions: [${[
    say('Consommables et pièces détachées', 'Consumables and spare parts'),
    say('Support fonctionnel des logiciels métier', 'Functional support of business software'),
    say('Matériel personnel', 'Personal devices'),
  ].join(', ')}]
  projectThreshold: { days: 0.5, beyond: DAY }
  approval: { by: client-lead, estimate: required }
  prerequisites:
    - { id: remote-access, label: ${say('Accès distant ouvert', 'Remote access open')}, by: client }
  interventions:
    - { id: support, label: ${say('Support aux utilisateurs', 'User support')}, kinds: [incident, request] }
    - { id: maintenance, label: ${say('Maintenance et correctifs', 'Maintenance and patches')}, kinds: [change] }
    - { id: monitoring, label: ${say('Supervision', 'Monitoring')}, kinds: [alert] }
    - { id: project, label: ${say('Projets', 'Projects')} }
  profiles:
    - { id: staff, label: ${say('Utilisateurs', 'Users')}, users: ${users}, entitlement: { interventions: [support], channels: [phone, portal, email], calendar: business } }
  modes: [{ id: remote, label: ${say('À distance', 'Remote')} }, { id: onsite, label: ${say('Sur site', 'On site')} }]
  rules:
    - id: SC-REMOTE
      clause: "1.1"
      label: ${say('Parc au forfait, à distance', 'Everything in the fee, remotely')}
      when: { assetClass: [${run.join(', ')}], intervention: [support, maintenance, monitoring], mode: remote }
      then: included
    - id: SC-ONSITE
      clause: "1.2"
      label: ${say('Déplacements compris, puis hors forfait', 'Visits in the fee, then outside it')}
      when: { assetClass: [${run.join(', ')}], intervention: [support, maintenance, monitoring], mode: onsite }
      then: included
      quota: { count: ${visits}, over: month, unit: visit, beyond: { then: on-demand, price: VISIT } }
    - id: SC-PROJECT
      clause: "1.3"
      label: ${say('Projets, sur devis', 'Projects, on a quote')}
      when: { intervention: project }
      then: on-demand
      price: DAY
${printers}`
}

function printerRule(say: (fr: string, en: string) => string): string {
  return `    - id: SC-PRINTER
      clause: "1.4"
      label: ${say('Imprimantes, par leur loueur', 'Printers, by their lessor')}
      when: { assetClass: printer, intervention: [support, maintenance, monitoring] }
      then: third-party
      by: ${say('Loueur des imprimantes', 'Lessor of the printers')}
`
}

type DraftClass = {
  readonly id: string
  readonly label: string
  readonly quantity: number
  readonly billedBy?: string
}

/** Classes of which there is none are left out; accounts follow users. */
function assetClasses(answers: DraftAnswers): readonly DraftClass[] {
  const say = wordsOf(answers)
  const { workstations, servers, network, printers, users } = answers
  return [
    { id: 'workstation', label: say('Postes de travail', 'Workstations'), quantity: workstations },
    { id: 'account', label: say('Comptes', 'Accounts'), quantity: users },
    { id: 'server', label: say('Serveurs', 'Servers'), quantity: servers },
    { id: 'network', label: say('Équipements réseau', 'Network devices'), quantity: network },
    { id: 'printer', label: say('Imprimantes', 'Printers'), quantity: printers },
  ].filter(({ quantity }) => quantity > 0)
}

/** The department of a postal code, in its own first characters. */
function prefixOf(postalCode: string): string {
  return postalCode.startsWith('97') || postalCode.startsWith('98') ? postalCode.slice(0, 3) : postalCode.slice(0, 2)
}
