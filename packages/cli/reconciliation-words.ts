import type { AssetVerdictKind, Localised } from '@vigie/engine'

/** The verdicts of a reconciliation as an office manager reads them. */
export const verdictWords: { readonly [V in AssetVerdictKind]: Localised } = {
  agreed: { fr: 'conforme', en: 'as agreed' },
  'seen-not-covered': { fr: 'vu sur le terrain, pas au contrat', en: 'in the field, not in the contract' },
  'covered-gone': { fr: 'au contrat, plus sur le terrain', en: 'in the contract, gone from the field' },
  'billed-missing': { fr: 'facturé, introuvable', en: 'billed, not found' },
  'unbilled-covered': { fr: 'au contrat, pas facturé', en: 'in the contract, not billed' },
  duplicated: { fr: 'en double', en: 'twice there' },
  'out-of-scope-seen': { fr: 'vu, hors périmètre', en: 'seen, out of scope' },
}

/** The files that are compared. */
export const fileWords = {
  inventory: { fr: 'inventaire', en: 'inventory' },
  seen: { fr: 'autre outil', en: 'other tool' },
  covered: { fr: 'contrat', en: 'contract' },
  invoice: { fr: 'facture', en: 'invoice' },
} as const satisfies Record<string, Localised>

/** What happened, as the inventory says. */
export const eventWords: Readonly<Record<string, Localised>> = {
  added: { fr: 'ajouté', en: 'added' },
  changed: { fr: 'modifié', en: 'changed' },
  moved: { fr: 'déplacé', en: 'moved' },
  removed: { fr: 'retiré', en: 'removed' },
  seen: { fr: 'vu', en: 'seen' },
}
