import type { Contract } from '../contract.ts'

/** The services that a Data Act clause is about: those that it names, else those marked as cloud. */
export function cloudServices(contract: Contract) {
  const services = contract.commitments.services ?? []
  const named = contract.chapters.exit?.cloud?.services
  return services.filter(({ id, cloud }) => (named === undefined ? cloud === true : named.includes(id)))
}

/** Whether the provider itself supplies a cloud service: the Data Act then binds this contract. */
export function suppliesCloud(contract: Contract): boolean {
  return cloudServices(contract).some(({ supplier }) => supplier !== 'third-party')
}

/** The Data Act clause of the exit, or an empty one where the provider supplies a cloud service without it; `undefined`: not bound. */
export function cloudTerms(contract: Contract) {
  const { exit } = contract.chapters
  if (exit === undefined) return undefined
  const { cloud } = exit
  if (cloud !== undefined) return cloudServices(contract).length > 0 && !suppliesCloud(contract) ? undefined : cloud
  return suppliesCloud(contract) ? {} : undefined
}
