/** Advance widths of Source Sans 3 in thousandths of an em, by class of character; enough to lay out labels. */
const narrow = new Set("iljtfrI.,:;!'’|()[]- \u00a0\u202f·")
const wide = new Set('mwMW@%—…')

/** Width of a text in the chart's unit, a little on the safe side. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0
  for (const character of text) {
    thousandths += narrow.has(character) ? 290 : wide.has(character) ? 830 : isUpper(character) ? 600 : 505
  }
  return (thousandths * size) / 1000
}

/** At most `lines` lines of at most `width`; the last ends with an ellipsis where the text goes on. */
export function wrapText(text: string, size: number, width: number, lines: number): readonly string[] {
  const wrapped: string[] = []
  let current = ''
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== '')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (textWidth(longer, size) <= width || current === '') current = longer
    else {
      wrapped.push(current)
      current = word
    }
  }
  if (current !== '') wrapped.push(current)
  const kept = wrapped.slice(0, lines)
  return kept.map((line, index) => {
    const goesOn = index === lines - 1 && wrapped.length > lines
    return textWidth(line, size) > width || goesOn ? shortened(line, size, width) : line
  })
}

function shortened(line: string, size: number, width: number): string {
  const characters = [...line]
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase()
}
