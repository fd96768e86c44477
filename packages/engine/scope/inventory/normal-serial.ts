/** A serial number without what differs from tool to tool; `undefined` where it names no machine. */
export function normalSerial(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const bare = text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^\s*(S\/N|SN)\s*[:#]\s*/, '')
    .replace(/[^0-9A-Z]+/g, '')
  if (bare.length < 4 || PLACEHOLDERS.has(bare) || /^(.)\1*$/.test(bare) || '0123456789'.includes(bare))
    return undefined
  return bare
}

/** The same with the signs that are read for one another made one: `O` for `0`, `I` for `1`. */
export function readAlike(serial: string): string {
  return serial.replaceAll('O', '0').replaceAll('I', '1')
}

/** What makers leave in the place of a serial number. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'TOBEFILLEDBYOEM',
  'DEFAULTSTRING',
  'SYSTEMSERIALNUMBER',
  'CHASSISSERIALNUMBER',
  'NOTSPECIFIED',
  'NOTAPPLICABLE',
  'NOTAVAILABLE',
  'SERIALNUMBER',
  'UNKNOWN',
  'INCONNU',
  'NONE',
  'NULL',
  'INVALID',
  'EMPTY',
  'OEM',
  'VMWARE',
])
