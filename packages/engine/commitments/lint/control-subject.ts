/** What a control proves, by the word that its facts carry (`control: backup`), in English or French. */
export function isBackup(control: string): boolean {
  return /backup|back-up|sauvegarde/i.test(control) && !isRestoreTest(control)
}

/** A test of restoration. */
export function isRestoreTest(control: string): boolean {
  return /restor|restaur|restitution-test/i.test(control)
}

/** The delay of security patches. */
export function isPatch(control: string): boolean {
  return /patch|correctif|security-update|mise-a-jour|mises-a-jour/i.test(control)
}
