/** Lines of a byte stream (UTF-8; `\n` or `\r\n`), one at a time. Cost grows with the bytes, however long a line is. */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  for await (const chunk of source) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      yield withoutReturn(begun.join('') + part)
      begun = []
    }
    if (last) begun.push(last)
  }
  const rest = begun.join('') + decoder.decode()
  if (rest) yield withoutReturn(rest)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}
