import type { SealWords } from './seal-fr.ts'

/** What the report says of its seal, in English. */
export const englishSeal: SealWords = {
  sealed: (signers, size) =>
    `This report carries a seal: it is drawn from a record of ${size} entries, signed by ${signers}. To check it, ask for the sealed folder and run the first command below: everything is computed again, and the first difference is named.`,
  unsealed:
    'This report carries no seal: the fingerprints say what it is drawn from, but nobody has signed them. “vigie report … --key KEY --name NAME” seals it.',
  limits:
    'A seal proves that nothing has changed since it was signed; it proves neither that all that happened was recorded, nor that what was recorded is true.',
  cover: (signers, size, root) => `Sealed by ${signers}: ${size} entries, root ${root}.`,
  title: 'Seal',
  checkpoint: 'Signed checkpoint',
  verify: 'To check this report, or to make it again',
  folder: 'SEALED-FOLDER',
  key: 'KEY-OF-THE-SIGNER',
  file: 'report.pdf',
  facts: {
    contract: 'Contract, SHA-256 fingerprint',
    record: 'Record of tickets',
    recordText: (entries, sha) => `${entries} facts, fingerprint ${sha}`,
    origin: 'Sealed record',
    size: 'Number of entries',
    root: 'Root (RFC 9162)',
    figures: 'Figures, SHA-256',
    signers: 'Signed by',
  },
}
