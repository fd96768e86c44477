import type { ServiceExpression as Expression } from '../clause-types.ts'
import type { Writing } from '../writing.ts'

/** What must be up, in words: `firewall, l’un au moins de host-1, host-2, et file-server`. */
export function sayExpression(expression: Expression, text: Writing['text'], inner = false): string {
  if (typeof expression === 'string') return expression
  const said = (() => {
    if ('all' in expression) return list(expression.all, text(' et ', ' and '))
    if ('any' in expression)
      return `${text('l’un au moins de : ', 'at least one of: ')}${list(expression.any, text(' ou ', ' or '))}`
    return `${text(`${expression.atLeast} au moins de : `, `at least ${expression.atLeast} of: `)}${list(expression.of, ', ')}`
  })()
  return inner ? `(${said})` : said

  function list(parts: readonly Expression[], last: string): string {
    const words = parts.map((part) => sayExpression(part, text, true))
    return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`
  }
}
