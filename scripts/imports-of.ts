import { parseSync, Visitor } from 'oxc-parser'

/** One import of a module: static, re-exported, dynamic, of types only, required, or resolved by name. `line` is 1-based. */
export type Import = { readonly specifier: string; readonly line: number }

/** Every module that a TypeScript text names, in order. Throws on a text that does not parse. */
export function importsOf(path: string, text: string): readonly Import[] {
  const parsed = parseSync(path, text)
  const fault = parsed.errors[0]
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`)
  const found: { specifier: string; at: number }[] = []
  const note = (source: { value: unknown; start: number } | null) => {
    if (source !== null && typeof source.value === 'string') found.push({ specifier: source.value, at: source.start })
  }
  new Visitor({
    ImportDeclaration: (node) => note(node.source),
    ExportNamedDeclaration: (node) => note(node.source),
    ExportAllDeclaration: (node) => note(node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') note(node.source)
    },
    TSImportType: (node) => note(node.source),
    CallExpression: (node) => {
      const argument = node.arguments[0]
      if (namesModule(text.slice(node.callee.start, node.callee.end)) && argument?.type === 'Literal') note(argument)
    },
  }).visit(parsed.program)
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ specifier, at }) => ({ specifier, line: text.slice(0, at).split('\n').length }))
}

function namesModule(callee: string): boolean {
  return callee === 'import.meta.resolve' || callee === 'require' || callee === 'require.resolve'
}
