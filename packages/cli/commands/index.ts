import type { Command } from '../command.ts'

/** Every command of `vigie`, in the order of the help; each is loaded only when it is asked for. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./new.ts')).newContract,
  lint: async () => (await import('./lint.ts')).lintContract,
  scope: async () => (await import('./scope.ts')).scope,
  import: async () => (await import('./import.ts')).importLog,
  time: async () => (await import('./time.ts')).time,
  measure: async () => (await import('./measure.ts')).measure,
  availability: async () => (await import('./availability.ts')).availability,
  next: async () => (await import('./next.ts')).next,
  deadlines: async () => (await import('./deadlines.ts')).deadlines,
  inventory: async () => (await import('./inventory.ts')).inventory,
  registers: async () => (await import('./registers.ts')).registers,
  report: async () => (await import('./report.ts')).report,
  key: async () => (await import('./key.ts')).makeKey,
  seal: async () => (await import('./seal.ts')).seal,
  cosign: async () => (await import('./cosign.ts')).cosign,
  prove: async () => (await import('./prove.ts')).prove,
  verify: async () => (await import('./verify.ts')).verify,
  backtest: async () => (await import('./backtest.ts')).backtestAmendment,
  diff: async () => (await import('./diff.ts')).diff,
  document: async () => (await import('./document.ts')).documentContract,
  simulate: async () => (await import('./simulate.ts')).simulateYear,
}
