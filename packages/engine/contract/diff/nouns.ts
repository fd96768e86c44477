import type { Localised } from '../../base/message.ts'
import type { ContractPart } from './contract-change.ts'

/** What an element is called; `f`: feminine in French. */
export type Noun = { readonly fr: string; readonly en: string; readonly f?: true }

/** The elements of a contract by the list or map that holds them. */
export const NOUNS: Readonly<Record<string, Noun>> = {
  targets: { fr: 'engagement', en: 'commitment' },
  controls: { fr: 'contrôle', en: 'control' },
  services: { fr: 'service', en: 'service' },
  penalties: { fr: 'pénalité', en: 'penalty', f: true },
  pauses: { fr: 'motif de suspension', en: 'pause reason' },
  calendars: { fr: 'calendrier', en: 'calendar' },
  exceptions: { fr: 'journée particulière', en: 'special day', f: true },
  phases: { fr: 'phase', en: 'phase', f: true },
  kpis: { fr: 'indicateur', en: 'KPI' },
  reports: { fr: 'rapport', en: 'report' },
  documents: { fr: 'document', en: 'document' },
  sites: { fr: 'site', en: 'site' },
  providerZones: { fr: 'zone d’intervention', en: 'provider zone', f: true },
  dataLocations: { fr: 'lieu de données', en: 'place of data' },
  assetClasses: { fr: 'classe d’équipements', en: 'asset class', f: true },
  prerequisites: { fr: 'prérequis', en: 'prerequisite' },
  interventions: { fr: 'intervention', en: 'intervention', f: true },
  profiles: { fr: 'profil', en: 'profile' },
  modes: { fr: 'mode d’intervention', en: 'mode' },
  rules: { fr: 'règle de périmètre', en: 'scope rule', f: true },
  applications: { fr: 'application', en: 'application', f: true },
  thirdPartyContracts: { fr: 'contrat de tiers', en: 'third-party contract' },
  licences: { fr: 'licence', en: 'licence', f: true },
  warranties: { fr: 'garantie', en: 'warranty', f: true },
  domains: { fr: 'nom de domaine', en: 'domain name' },
  certificates: { fr: 'certificat', en: 'certificate' },
  roles: { fr: 'rôle', en: 'role' },
  committees: { fr: 'comité', en: 'committee' },
  escalation: { fr: 'escalade', en: 'escalation', f: true },
  data: { fr: 'donnée à restituer', en: 'data to give back', f: true },
  knowledge: { fr: 'connaissance à transmettre', en: 'knowledge to hand over', f: true },
  schedule: { fr: 'étape de la transition', en: 'transition step', f: true },
  fees: { fr: 'redevance', en: 'fee', f: true },
  items: { fr: 'article du bordereau', en: 'price item' },
  packages: { fr: 'forfait', en: 'package' },
  raci: { fr: 'ligne du RACI', en: 'RACI row', f: true },
  subcontractors: { fr: 'sous-traitant', en: 'subcontractor' },
  assets: { fr: 'actif à transférer', en: 'asset to transfer' },
  acceptance: { fr: 'critère de recette', en: 'criterion of acceptance' },
  tests: { fr: 'test de réversibilité', en: 'exit test' },
  charges: { fr: 'frais de changement', en: 'switching charge' },
  indices: { fr: 'indice', en: 'index' },
  surcharges: { fr: 'majoration', en: 'surcharge', f: true },
  hourBlocks: { fr: 'carnet d’heures', en: 'hour block' },
  options: { fr: 'option', en: 'option', f: true },
  accepted: { fr: 'constat accepté', en: 'accepted finding' },
  terms: { fr: 'indice de révision', en: 'revision index' },
}

/** The parts of a contract, for what no element holds. */
export const PARTS: { readonly [P in ContractPart]: Localised } = {
  identity: { fr: 'Contrat', en: 'Contract' },
  calendars: { fr: 'Calendriers', en: 'Calendars' },
  scope: { fr: 'Périmètre', en: 'Scope' },
  commitments: { fr: 'Engagements', en: 'Commitments' },
  phases: { fr: 'Phases', en: 'Phases' },
  'follow-up': { fr: 'Suivi', en: 'Follow-up' },
  governance: { fr: 'Gouvernance', en: 'Governance' },
  exit: { fr: 'Réversibilité', en: 'Exit' },
  evolution: { fr: 'Évolution', en: 'Evolution' },
}
