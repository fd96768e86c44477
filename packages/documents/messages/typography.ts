/** Template tag for French messages: sets the non-breaking spaces of French punctuation in the literal parts only. */
export function fr(literals: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return literals.map((literal, index) => `${frenchSpaces(literal)}${values[index] ?? ''}`).join('')
}

/** U+00A0 before a colon and inside guillemets, U+202F before `;`, `!` and `?`, U+00A0 before `%` and `€`. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([:»%€])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/ ([;!?])/g, '\u202f$1')
}
