import { localise } from '../../base/localise.ts'
import type { Localised } from '../../base/message.ts'
import type { Box } from '../box.ts'
import { sayBox } from '../say-box.ts'
import type { Dimension } from '../scope-space.ts'

/** Boxes that a reader takes in at one look. */
const READABLE = 8

/** The boxes as a person reads them; past the first ones, how many more. */
export function sayBoxes(boxes: readonly Box[], dimensions: readonly Dimension[]): Localised {
  const said = boxes.slice(0, READABLE).map((box) => sayBox(box, dimensions))
  const more = boxes.length - said.length
  return localise(
    said.map(({ fr }) => fr).join(' ; ') + (more > 0 ? ` ; et ${more} autres` : ''),
    said.map(({ en }) => en).join('; ') + (more > 0 ? `; and ${more} more` : ''),
  )
}
