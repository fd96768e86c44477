import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
/** File names are UTF-8. */
const UTF8 = 0x0800
/** 1 January 1980: the first date that a zip can hold. */
const FIRST_DATE = 0x0021

type Entry = { readonly name: Uint8Array; readonly bytes: Uint8Array }

/**
 * A zip archive written anew, each text part through `change`, every entry at one fixed date: equal parts give equal
 * bytes. The list of content types comes first: by it programs know the file for a Word document. Layout: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16.
 */
export function rewriteArchive(archive: Uint8Array, change: (name: string, text: string) => string): Uint8Array {
  const entries = entriesOf(archive).map(({ name, bytes }): Entry => {
    const file = new TextDecoder().decode(name)
    if (!/\.(xml|rels)$/.test(file)) return { name, bytes }
    return { name, bytes: new TextEncoder().encode(change(file, new TextDecoder().decode(bytes))) }
  })
  const isFirst = ({ name }: Entry) => new TextDecoder().decode(name) === '[Content_Types].xml'
  entries.sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 })
    const fields = [UTF8, DEFLATED, 0, FIRST_DATE] as const
    const sizes = [crc32(bytes), packed.length, bytes.length] as const
    const head = record([LOCAL], [20, ...fields], sizes, [name.length, 0])
    parts.push(head, name, packed)
    directory.push(record([CENTRAL], [20, 20, ...fields], sizes, [name.length, 0, 0, 0, 0], [0, at]), name)
    at += head.length + name.length + packed.length
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  return joined([...parts, ...directory, record([END], [0, 0, entries.length, entries.length], [length, at], [0])])
}

function entriesOf(archive: Uint8Array): Entry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  let end = view.byteLength - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1
  if (end < 0) throw new Error('not a zip archive')
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error(`zip header expected at ${at}`)
    const method = view.getUint16(at + 10, true)
    const [size, length] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)]
    const name = archive.slice(at + 46, at + 46 + length)
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = archive.subarray(start, start + size)
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return { name, bytes: method === DEFLATED ? new Uint8Array(inflateRawSync(packed)) : packed.slice() }
  })
}

/** Little-endian fields: lists of 4 and of 2 bytes by turns. */
function record(...lists: readonly (readonly number[])[]): Uint8Array {
  const bytes = lists.flatMap((list, index) =>
    list.flatMap((value) =>
      Array.from({ length: index % 2 === 0 ? 4 : 2 }, (_, place) => Math.floor(value / 256 ** place) % 256),
    ),
  )
  return Uint8Array.from(bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
