import type { Localised, Severity } from '@vigie/engine'

/** What the severities of findings are called before a person. */
export const severityWords: Readonly<Record<Severity, Localised>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'alerte', en: 'warning' },
  info: { fr: 'remarque', en: 'note' },
}
