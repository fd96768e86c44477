import type { Block, DocumentModel } from './document-model.ts'
import { code, en, fr, inlineOf } from './inline.ts'
import { fact, notice, present } from './parts.ts'
import type { Writing } from './writing.ts'

type Cover = Omit<DocumentModel, 'articles' | 'revisions'>

/** The first page and what every page repeats. */
export function coverOf(writing: Writing, fingerprint: string | undefined): Cover {
  const { contract, language, say, text, date } = writing
  const { client, provider } = contract.parties
  const signed = contract.authority === 'contract' ? undefined : contract.authority
  const version = text(`version ${contract.version}`, `version ${contract.version}`)
  const prevails =
    signed &&
    text(
      `Transcription : le document signé le ${date(signed.signedOn)} prévaut.`.replace(' :', '\u00a0:'),
      `Transcription: the document signed on ${date(signed.signedOn)} prevails.`,
    )
  const blocks = present<Block>(
    fact(text('Client', 'Client'), client.name),
    fact(text('Prestataire', 'Provider'), provider.name),
    fact(text('Référence', 'Reference'), code(contract.id)),
    fact(
      text('Version', 'Version'),
      say(
        fr`${contract.version}, en vigueur à compter du ${date(contract.effectiveFrom)}`,
        en`${contract.version}, in force from ${date(contract.effectiveFrom)}`,
      ),
    ),
    contract.signedOn === undefined
      ? undefined
      : fact(text('Signature', 'Signature'), inlineOf(date(contract.signedOn))),
    fingerprint === undefined
      ? undefined
      : fact(text('Empreinte des versions', 'Fingerprint of the versions'), code(fingerprint)),
    signed &&
      notice(
        say(
          fr`Ce document transcrit le contrat signé le ${date(signed.signedOn)} (« ${signed.file} »). En cas de différence, le document signé prévaut.`,
          en`This document transcribes the contract signed on ${date(signed.signedOn)} (“${signed.file}”). In case of difference, the signed document prevails.`,
        ),
      ),
    contract.notice && notice(inlineOf(contract.notice[language])),
  )
  return {
    language,
    title: contract.title,
    author: provider.name,
    reference: contract.id,
    date: contract.effectiveFrom,
    running: {
      left: `${contract.title} – ${contract.id}`,
      right: version,
      foot: prevails ?? text('Contrat d’infogérance', 'Managed-services contract'),
    },
    cover: {
      kind: say(fr`Contrat d’infogérance`, en`Managed-services contract`),
      title: inlineOf(contract.title),
      blocks,
    },
  }
}
