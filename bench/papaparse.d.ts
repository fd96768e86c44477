/** What the bench uses of papaparse, which brings no types. */
declare module 'papaparse' {
  const papa: {
    parse(
      text: string,
      options: { readonly delimiter: string; readonly newline: string; readonly step: () => void },
    ): void
  }
  export default papa
}
