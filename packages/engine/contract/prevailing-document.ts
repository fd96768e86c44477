import { parseCivilDate } from '../base/civil-date.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import type { Contract } from './contract.ts'
import { sayDay } from './deadlines/say-day.ts'

/** The signed document that a transcription was made from: it prevails over every figure. */
export type PrevailingDocument = { readonly file: string; readonly sha256: string; readonly signedOn: string }

/** The signed document that prevails over this file; `undefined` where this file is the contract. */
export function prevailingDocument({ authority }: Contract): PrevailingDocument | undefined {
  return authority === 'contract' ? undefined : authority
}

/** What every output of a transcription says before its figures; `undefined` where this file is the contract. */
export function prevailingNotice(contract: Contract): Localised | undefined {
  const document = prevailingDocument(contract)
  if (document === undefined) return undefined
  const { file, sha256, signedOn } = document
  const day = parseCivilDate(signedOn)
  const on = day === undefined ? localise(signedOn, signedOn) : sayDay(day)
  return localise(
    `Transcription : le document signé le ${on.fr}, «\u00a0${file}\u00a0» (SHA-256 ${sha256}), prévaut.`,
    `Transcription: the document signed on ${on.en}, "${file}" (SHA-256 ${sha256}), prevails.`,
  )
}
