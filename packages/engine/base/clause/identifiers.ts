import * as z from 'zod'
import { localise } from '../localise.ts'
import type { Localised } from '../message.ts'
import type { Form } from './forms.ts'

/** What an identifier of the contract can name; the sentence says that none has a given one. */
export const IDENTIFIER_KINDS = {
  document: localise('aucun document', 'no document'),
  calendar: localise('aucun calendrier', 'no calendar'),
  site: localise('aucun site', 'no site'),
  'provider-zone': localise('aucune zone du prestataire', 'no zone of the provider'),
  'data-location': localise('aucun lieu de données', 'no place of data'),
  'asset-class': localise('aucune classe d’actifs', 'no asset class'),
  prerequisite: localise('aucun prérequis', 'no prerequisite'),
  intervention: localise('aucun type d’intervention', 'no type of intervention'),
  profile: localise('aucun profil d’utilisateurs', 'no user profile'),
  mode: localise('aucun mode d’intervention', 'no mode of intervention'),
  'scope-rule': localise('aucune règle de périmètre', 'no scope rule'),
  application: localise('aucune application', 'no application'),
  'third-party-contract': localise('aucun contrat de tiers', 'no third-party contract'),
  licence: localise('aucune licence', 'no licence'),
  warranty: localise('aucune garantie', 'no warranty'),
  domain: localise('aucun nom de domaine', 'no domain name'),
  certificate: localise('aucun certificat', 'no certificate'),
  priority: localise('aucune priorité', 'no priority'),
  impact: localise('aucun impact de la matrice', 'no impact of the matrix'),
  urgency: localise('aucune urgence de la matrice', 'no urgency of the matrix'),
  'pause-reason': localise('aucun motif de suspension', 'no reason for a pause'),
  commitment: localise('aucun engagement', 'no commitment'),
  service: localise('aucun service', 'no service'),
  penalty: localise('aucune pénalité', 'no penalty'),
  phase: localise('aucune phase', 'no phase'),
  report: localise('aucun rapport', 'no report'),
  kpi: localise('aucun indicateur', 'no KPI'),
  role: localise('aucun rôle', 'no role'),
  committee: localise('aucun comité', 'no committee'),
  escalation: localise('aucune escalade', 'no escalation'),
  'exit-data': localise('aucun jeu de données', 'no data set'),
  knowledge: localise('aucune connaissance à transférer', 'no knowledge to transfer'),
  'schedule-step': localise('aucune étape', 'no step'),
  fee: localise('aucune redevance', 'no fee'),
  subcontractor: localise('aucun sous-traitant', 'no subcontractor'),
  'exit-asset': localise('aucun actif à transférer', 'no asset to transfer'),
  'acceptance-criterion': localise('aucun critère de recette', 'no criterion of acceptance'),
  index: localise('aucun indice', 'no index'),
  surcharge: localise('aucune majoration', 'no surcharge'),
  'hour-block': localise('aucun carnet d’heures', 'no hour block'),
  option: localise('aucune option', 'no option'),
  'price-item': localise('aucun article du bordereau de prix', 'no item of the price book'),
  package: localise('aucune formule', 'no package'),
} as const satisfies Readonly<Record<string, Localised>>

export type IdentifierKind = keyof typeof IDENTIFIER_KINDS

/**
 * What a text of a clause does: it gives a name, unique among its kind, or it uses one. `ifDeclared`: where the
 * contract declares none of that kind, any text will do (a contract without a scope still measures by site).
 */
export type IdentifierUse =
  | { readonly does: 'declare'; readonly kind: IdentifierKind }
  | {
      readonly does: 'refer'
      readonly kind: IdentifierKind
      /** A second kind that it may name instead. */
      readonly or?: IdentifierKind
      readonly ifDeclared: boolean
    }

/** The schemas whose texts are names, found again by `collectIdentifiers`. */
export const identifierUses = z.registry<IdentifierUse>()

/** A text of one line or more, not empty. */
export function text() {
  return z.string('a-text' satisfies Form).min(1, 'a-text' satisfies Form)
}

/** A text of one line without space at its ends. */
export function identifier(form: Form = 'an-identifier') {
  return z
    .string(form)
    .regex(/^\S([^\n\r\t]*\S)?$/, form)
    .max(200, form)
}

/** The name of a new thing of a kind. */
export function declared(kind: IdentifierKind) {
  return identifier().register(identifierUses, { does: 'declare', kind })
}

/** The name of a thing that the contract declares, of one kind or of another. */
export function reference(kind: IdentifierKind, or?: IdentifierKind) {
  const form = kind === 'calendar' ? 'a-calendar' : 'a-reference'
  return identifier(form).register(identifierUses, { does: 'refer', kind, ...(or && { or }), ifDeclared: false })
}

/** The same, free where the contract declares nothing of that kind. */
export function referenceIfDeclared(kind: IdentifierKind) {
  return identifier().register(identifierUses, { does: 'refer', kind, ifDeclared: true })
}

/** One text or a list of texts; a list comes out, each text once. */
export function oneOrMany<Item extends z.ZodType<string, string>>(item: Item) {
  return z
    .union([item, z.array(item).min(1)], 'a-text-or-a-list' satisfies Form)
    .transform((value): readonly string[] => [...new Set(typeof value === 'string' ? [value] : value)])
}
