/** The clause number of an element as a part of what is said of it, where it has one. */
export function numbered(clause: string | undefined): { readonly clause?: string } {
  return clause === undefined ? {} : { clause }
}
