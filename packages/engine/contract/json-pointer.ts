import type { SourceNode } from '../base/document/source-node.ts'

/** The reference tokens of a JSON Pointer (RFC 6901); `''` is the whole document. */
export type Tokens = readonly string[]

/** `''`, or `/`-separated tokens in which `~` is written `~0` and `/` is written `~1`. */
export const JSON_POINTER = /^(\/([^~/]|~[01])*)*$/

/** Tokens of a pointer of that form. */
export function tokensOf(pointer: string): Tokens {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The pointer of tokens. */
export function pointerOf(tokens: Tokens): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The index that a token means in a list, if it is one: no sign, no leading zero. */
export function indexOf(token: string): number | undefined {
  return /^(0|[1-9]\d{0,8})$/.test(token) ? Number(token) : undefined
}

/** What the tokens point at, if it exists. */
export function valueAt(root: SourceNode, tokens: Tokens): SourceNode | undefined {
  let node: SourceNode | undefined = root
  for (const token of tokens) {
    if (node?.kind === 'map') node = node.entries.get(token)?.value
    else if (node?.kind === 'list') {
      const index = indexOf(token)
      node = index === undefined ? undefined : node.items[index]
    } else return undefined
  }
  return node
}
