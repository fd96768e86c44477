import type { Kind } from './anchors.ts'

type Names = Readonly<Record<string, readonly [fr: string, en: string]>>

const NAMES: { readonly [K in Kind]?: Names } = {
  role: {
    'client-lead': ['Référent client', 'Client lead'],
    'client-board': ['Direction du Client', 'Client board'],
    'provider-lead': ['Responsable de service (SDM)', 'Service delivery manager'],
    'provider-tech': ['Responsable technique', 'Technical lead'],
  },
  committee: {
    copil: ['Comité de pilotage', 'Steering committee'],
    costrat: ['Comité stratégique', 'Strategic committee'],
    cotech: ['Comité technique', 'Operations committee'],
  },
  escalation: { 'major-incident': ['Incident majeur', 'Major incident'] },
  phase: {
    transition: ['Phase d’initialisation', 'Transition-in'],
    observation: ['Période d’observation', 'Observation period'],
    run: ['Exploitation', 'Run'],
  },
  document: {
    contract: ['le présent contrat', 'this contract'],
    annexes: ['ses annexes', 'its annexes'],
    offer: ['l’offre du Prestataire', 'the Provider’s offer'],
  },
  report: {
    monthly: ['Rapport mensuel de service', 'Monthly service report'],
    quarterly: ['Rapport trimestriel de service', 'Quarterly service report'],
    yearly: ['Rapport annuel de service', 'Yearly service report'],
  },
}

/** A thing without a label, by what its id usually names; else by its id. */
export function usualName(kind: Kind, id: string, text: (french: string, english: string) => string): string {
  const names = NAMES[kind]?.[id]
  return names === undefined ? id : text(...names)
}
