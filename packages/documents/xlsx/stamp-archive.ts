const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endOfCentral = 0x06054b50
/** 1 January 1980, 00:00: the first date that a zip can hold. */
const firstDosDate = 0x0021

/**
 * Sets one fixed date on every entry of a zip archive, in place: the writer stamps the clock, and equal reports must be
 * equal bytes. Layout of the headers: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16.
 */
export function stampArchive(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = endRecord(view)
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry += 1) {
    expectSignature(view, at, centralHeader)
    stamp(view, at + 12)
    const local = view.getUint32(at + 42, true)
    expectSignature(view, local, localHeader)
    stamp(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === endOfCentral) return at
  }
  throw new Error('not a zip archive')
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (view.getUint32(at, true) !== signature) throw new Error(`zip header expected at ${at}`)
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, firstDosDate, true)
}
