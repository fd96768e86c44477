import { toBase64 } from '@vigie/engine/seal'
import type { Manifest } from './manifest.ts'

/** The `README.txt` of a bundle: what is sealed, the seal, and how to check it. A function of the manifest and the root alone. */
export function bundleReadme(manifest: Manifest, size: number, root: Uint8Array): string {
  const { contract, period, at, engine, tzdata, files } = manifest
  const label = period?.label ?? '-'
  const figures = files['figures.json']?.sha256 ?? '-'
  const seal = [`  ${size}`, `  ${toBase64(root)}`]
  const lines =
    manifest.language === 'fr'
      ? [
          `Contrat ${contract.id}, version ${contract.version}`,
          `Période ${label}, telle que connue le ${at}`,
          `Calculé par Vigie ${engine}, fuseaux horaires ${tzdata}`,
          '',
          'Sceau (nombre d’entrées, racine) :',
          ...seal,
          'SHA-256 des chiffres (figures.json) :',
          `  ${figures}`,
          '',
          'Vérifier : vigie verify CE-DOSSIER --verifier CLÉ (une fois par signataire), ou',
          'sha256sum -c SHA256SUMS, puis openssl sur le fichier checkpoint.',
          'Les clés des signataires ne sont pas ici : les tenir d’eux-mêmes.',
          '',
          'Ce sceau prouve que rien n’a changé depuis la signature. Il ne prouve ni que',
          'tout ce qui est arrivé a été consigné, ni que ce qui a été consigné est vrai.',
        ]
      : [
          `Contract ${contract.id}, version ${contract.version}`,
          `Period ${label}, as known on ${at}`,
          `Computed by Vigie ${engine}, time zones ${tzdata}`,
          '',
          'Seal (number of entries, root):',
          ...seal,
          'SHA-256 of the figures (figures.json):',
          `  ${figures}`,
          '',
          'To verify: vigie verify THIS-FOLDER --verifier KEY (once for each signer), or',
          'sha256sum -c SHA256SUMS, then openssl on the file checkpoint.',
          'The keys of the signers are not here: have them from the signers themselves.',
          '',
          'This seal proves that nothing has changed since it was signed. It proves neither',
          'that all that happened was recorded, nor that what was recorded is true.',
        ]
  return `${lines.join('\n')}\n`
}
