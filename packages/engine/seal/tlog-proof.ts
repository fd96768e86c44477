import { fromBase64, toBase64 } from './base64.ts'
import { parseCheckpoint } from './checkpoint.ts'

/** A proof that an entry is in a signed record (C2SP tlog-proof, v1). */
export type TlogProof = {
  /** Place of the entry in the record, from 0. */
  readonly index: number
  /** From the sibling of the entry up to the child of the root; 32 bytes each. */
  readonly proof: readonly Uint8Array[]
  /** Opaque to the format and covered by no signature. Vigie puts the bytes of the entry there, which the leaf hash covers. */
  readonly extra?: Uint8Array
  /** The checkpoint with its signatures, as it is. */
  readonly checkpoint: string
}

/** The text of a proof file (`.tlog-proof`). */
export function formatTlogProof({ index, proof, extra, checkpoint }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(toBase64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Reads a proof file; throws `SyntaxError` saying what is not of the form. Nothing is verified. */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n')
  if (end < 0) throw new SyntaxError('no empty line before the checkpoint')
  const [header, ...lines] = text.slice(0, end).split('\n')
  if (header !== HEADER) throw new SyntaxError(`the first line is not ${HEADER}`)
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice(6) ?? '', 'the extra data') : undefined
  const [, index] = /^index (0|[1-9][0-9]*)$/.exec(lines.shift() ?? '') ?? []
  if (index === undefined || !Number.isSafeInteger(Number(index))) throw new SyntaxError('no index line')
  if (lines.length > LONGEST_PATH) throw new SyntaxError(`more than ${LONGEST_PATH} hashes`)
  const proof = lines.map((line) => bytesOf(line, 'a hash'))
  if (proof.some(({ length }) => length !== 32)) throw new SyntaxError('a hash is not 32 bytes in base64')
  const checkpoint = text.slice(end + 2)
  parseCheckpoint(checkpoint)
  return { index: Number(index), proof, checkpoint, ...(extra === undefined ? {} : { extra }) }
}

function bytesOf(base64: string, what: string): Uint8Array {
  const bytes = fromBase64(base64)
  if (bytes === undefined) throw new SyntaxError(`${what} is not base64`)
  return bytes
}

const HEADER = 'c2sp.org/tlog-proof@v1'
/** No tree that a number counts is higher. */
const LONGEST_PATH = 63
