/** What an element of a contract is called before a person: its label with its id, so that it is found again. */
export function called({ id, label }: { readonly id: string; readonly label?: string }): string {
  return label === undefined ? id : `${label} (${id})`
}
