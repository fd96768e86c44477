import type { DraftAnswers } from './draft-answers.ts'
import { chapterLine, wordsOf } from './draft-words.ts'

export function draftExit(answers: DraftAnswers): string {
  const say = wordsOf(answers)
  return `${chapterLine(answers, '5. Réversibilité', '5. Exit')}
exit:
  clause: "5.1"
  triggers: [expiry, breach, convenience, insolvency, partial]
  planUpdatedOn: ${answers.signed}
  decisionTime: P1M
  opensBeforeEnd: P2M
  price: included
  support: { for: P1M, price: DAY }
  destinations: [successor, in-house, partial]
  data:
    - { id: files, label: ${say('Fichiers et messagerie', 'Files and mail')}, format: ${say('Fichiers d’origine, PST', 'Original files, PST')}, custodian: client, restituteWithin: P15D, erase: { within: P30D, certificate: true } }
    - { id: backups, label: ${say('Sauvegardes', 'Backups')}, format: ${say('Images de disque standard', 'Standard disk images')}, custodian: provider, restituteWithin: P30D, erase: { within: P60D, certificate: true } }
    - { id: tickets, label: ${say('Tickets et documentation', 'Tickets and documentation')}, format: ${say('CSV et DOCX', 'CSV and DOCX')}, custodian: provider, restituteWithin: P15D, erase: { within: P60D, certificate: true } }
  knowledge:
    - { id: network-map, label: ${say('Schéma du réseau', 'Network map')}, kind: document, holder: client, reviewEvery: P6M }
    - { id: admin-access, label: ${say('Comptes d’administration', 'Administrative accounts')}, kind: secret, holder: client, reviewEvery: P3M }
    - { id: restore, label: ${say('Restaurer les données', 'Restore the data')}, kind: skill, holder: provider, reviewEvery: P12M }
  schedule:
    - { id: kickoff, label: ${say('Lancement et inventaire', 'Kick-off and inventory')}, duration: { workingDays: 5, calendar: business } }
    - { id: data, label: ${say('Restitution des données', 'Return of data')}, duration: { workingDays: 10, calendar: business }, after: [kickoff] }
    - { id: handover, label: ${say('Transfert au repreneur', 'Handover to the successor')}, duration: { workingDays: 10, calendar: business }, after: [kickoff] }
    - { id: parallel, label: ${say('Fonctionnement en parallèle', 'Parallel run')}, duration: { workingDays: 10, calendar: business }, after: [data, handover] }
    - { id: closing, label: ${say('Clôture et effacement', 'Closing and erasure')}, duration: { workingDays: 5, calendar: business }, after: [parallel] }
  assets:
    - { id: tenant, label: ${say('Locataire de messagerie et collaboration', 'Mail and collaboration tenant')}, kind: tenant, owner: client, transfer: ${say('Retrait des droits du prestataire', 'Rights of the provider removed')} }
    - { id: domain-name, label: ${say('Nom de domaine', 'Domain name')}, kind: domain, owner: client, transfer: ${say('Changement du contact technique', 'Technical contact changed')} }
    - { id: secrets, label: ${say('Coffre des mots de passe', 'Password vault')}, kind: secret, owner: client, transfer: ${say('Changement de tous les secrets à la bascule', 'All secrets changed at cut-over')} }
  acceptance:
    - { id: restored, criterion: ${say('Restauration témoin par le repreneur', 'A restore by the successor, witnessed')} }
    - { id: no-access, criterion: ${say('Plus aucun accès du sortant', 'No access of the outgoing provider is left')} }
  drill: { every: P12M }
${cloudOf(answers)}`
}

/** What Regulation (EU) 2023/2854 asks of what the provider hosts itself. */
function cloudOf({ hosted }: DraftAnswers): string {
  if (hosted === 'no') return ''
  return `  cloud:
    clause: "5.2"
    services: [hosted]
    switchingNotice: P2M
    transition: P30D
    retrieval: P30D
    charges: [{ to: 2027-01-12, charge: cost-only }, { from: 2027-01-12, charge: none }]
    erasure: after-acceptance
`
}
