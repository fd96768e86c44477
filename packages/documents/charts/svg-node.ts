/** An SVG element as plain data: drawn by pure functions, written by `serializeSvg`. */
export type SvgNode = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgNode | string)[]
}

/** Children may be absent, so that a chart can leave a part out in place. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (SvgNode | string | undefined)[]
): SvgNode {
  return { tag, attributes, children: children.filter((child) => child !== undefined) }
}

/** Text and attribute values are escaped here and nowhere else; numbers are written to two decimals. */
export function serializeSvg(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(typeof value === 'number' ? written(value) : value)}"`)
    .join('')
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`
  const inner = node.children
    .map((child) => (typeof child === 'string' ? escapeXml(child) : serializeSvg(child)))
    .join('')
  return `<${node.tag}${attributes}>${inner}</${node.tag}>`
}

/** XML text: markup characters escaped, characters that XML 1.0 forbids replaced by U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function written(value: number): string {
  return String(Math.round(value * 100) / 100)
}
