import type { Block, Inline } from '../document-model.ts'
import { en, fr, inlineOf } from '../inline.ts'
import { item } from '../parts.ts'
import type { Writing } from '../writing.ts'

type Stated = boolean | string

/** What the contract says of a thing that a law lists: stated, not stated, or by which clause. */
function statedText(stated: Stated, { text, anchors }: Writing): Inline {
  if (stated === true) return inlineOf(text('prévu', 'stated'))
  if (stated === false) return inlineOf(text('non prévu', 'not stated'))
  const to = anchors.ofClause(stated)
  return [{ text: `${text('clause', 'clause')} ` }, { text: stated, ...(to === undefined ? {} : { to }) }]
}

/** Things that a law lists, each with what the contract says of it. */
export function statedItems(
  items: readonly (readonly [Stated | undefined, string])[],
  writing: Writing,
): readonly Block[] {
  const { say } = writing
  return items.flatMap(([stated, words]) =>
    stated === undefined
      ? []
      : [item(say(fr`${words} : ${statedText(stated, writing)} ;`, en`${words}: ${statedText(stated, writing)};`))],
  )
}
