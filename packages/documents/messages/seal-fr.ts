import { fr } from './typography.ts'

/** What the report says of its seal, in French. */
export const frenchSeal = {
  sealed: (signers: string, size: string) =>
    fr`Ce rapport porte un sceau : il est tiré d’un registre de ${size} entrées, signé par ${signers}. Pour le vérifier, demandez le dossier scellé et lancez la première commande ci-dessous : tout est recalculé, et la première différence est nommée.`,
  unsealed: fr`Ce rapport ne porte pas de sceau : les empreintes disent de quoi il est tiré, mais personne ne les a signées. « vigie report … --key CLÉ --name NOM » le scelle.`,
  limits: fr`Un sceau prouve que rien n’a changé depuis la signature ; il ne prouve ni que tout ce qui est arrivé a été consigné, ni que ce qui a été consigné est vrai.`,
  cover: (signers: string, size: string, root: string) => fr`Scellé par ${signers} : ${size} entrées, racine ${root}.`,
  title: 'Sceau',
  checkpoint: 'Point de contrôle signé',
  verify: 'Pour vérifier, ou refaire ce rapport',
  folder: 'DOSSIER-SCELLÉ',
  key: 'CLÉ-DU-SIGNATAIRE',
  file: 'rapport.pdf',
  facts: {
    contract: 'Contrat, empreinte SHA-256',
    record: 'Registre des tickets',
    recordText: (entries: string, sha: string) => fr`${entries} faits, empreinte ${sha}`,
    origin: 'Registre scellé',
    size: 'Nombre d’entrées',
    root: 'Racine (RFC 9162)',
    figures: 'Chiffres, SHA-256',
    signers: 'Signé par',
  },
}

/** The shape of every other language. */
export type SealWords = typeof frenchSeal
