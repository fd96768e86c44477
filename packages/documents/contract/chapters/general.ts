import type { AmendmentLine } from '../amendment-line.ts'
import { code, en, fr, strong } from '../inline.ts'
import { type Chapter, column, fact, item, notice, paragraph, present, row, type Subject, table } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { documents, standards } from './contract-documents.ts'
import { definitions } from './definitions.ts'
import { earlyTermination, phases, term } from './term.ts'

/** The provisions before the six chapters: parties, preamble, documents, words, term, phases. */
export function general(writing: Writing, amendments: readonly AmendmentLine[]): Chapter {
  const { say } = writing
  return {
    number: '',
    anchor: 'chapter:general',
    title: say(fr`Dispositions générales`, en`General provisions`),
    subjects: present<Subject>(
      parties(writing),
      preamble(writing),
      documents(writing),
      standards(writing),
      { anchor: 'article:definitions', title: say(fr`Définitions`, en`Definitions`), blocks: definitions(writing) },
      term(writing),
      earlyTermination(writing),
      phases(writing),
      authority(writing),
      amendmentsTable(amendments, writing),
    ),
  }
}

type Party = { readonly name: string; readonly siren?: string; readonly status?: string; readonly sector?: string }

function parties({ contract, say, text }: Writing): Subject {
  const status = (value: string | undefined): string => {
    switch (value) {
      case undefined:
        return ''
      case 'professional':
        return text(', agissant à titre professionnel', ', acting as a professional')
      case 'non-professional':
        return text(', non-professionnel', ', a non-professional')
      case 'consumer':
        return text(', consommateur', ', a consumer')
      case 'public':
        return text(', personne publique', ', a public body')
      default:
        return `, ${value}`
    }
  }
  const sectors: Readonly<Record<string, string>> = {
    financial: text(', entité financière', ', a financial entity'),
    health: text(', du secteur de la santé', ', of the health sector'),
    public: text(', du secteur public', ', of the public sector'),
    other: text(', sans secteur réglementé', ', of no regulated sector'),
  }
  const party = (one: Party, role: string) => {
    const siren = one.siren === undefined ? '' : `, SIREN ${one.siren}`
    return say(
      fr`${strong(one.name)}${siren}${status(one.status)}${sectors[one.sector ?? ''] ?? ''}, ci-après « ${role} »`,
      en`${strong(one.name)}${siren}${status(one.status)}${sectors[one.sector ?? ''] ?? ''}, hereinafter “${role}”`,
    )
  }
  const { client, provider } = contract.parties
  return {
    anchor: 'article:parties',
    title: say(fr`Parties`, en`Parties`),
    blocks: [
      paragraph(
        say(
          fr`Le présent contrat, dont la référence est ${code(contract.id)}, est conclu entre :`,
          en`This contract, whose reference is ${code(contract.id)}, is made between:`,
        ),
      ),
      item(party(client, text('le Client', 'the Client'))),
      item(party(provider, text('le Prestataire', 'the Provider'))),
      paragraph(say(fr`désignés ensemble « les Parties ».`, en`together “the Parties”.`)),
    ],
  }
}

function preamble({ contract, say, text }: Writing): Subject {
  const language = contract.language === 'fr' ? text('en français', 'in French') : text('en anglais', 'in English')
  return {
    anchor: 'article:preamble',
    title: say(fr`Préambule`, en`Recitals`),
    blocks: [
      paragraph(
        say(
          fr`Le Client confie au Prestataire, qui l’accepte, l’exploitation de tout ou partie de son système d’information. Le présent contrat en fixe le périmètre, les engagements de service, le suivi, la gouvernance, la réversibilité et l’évolution. Chacune de ses stipulations est mesurable et porte un identifiant stable, que citent les rapports, les factures et les avenants.`,
          en`The Client entrusts the Provider, who accepts, with the operation of all or part of its information system. This contract sets its scope, service commitments, follow-up, governance, reversibility and evolution. Each of its provisions can be measured and bears a stable identifier, which reports, invoices and amendments cite.`,
        ),
      ),
      paragraph(
        say(
          fr`Le contrat est établi ${language}. Sauf précision contraire, les périodes, les dates et les délais civils s’y entendent dans le fuseau horaire ${code(contract.timeZone)} et courent à partir de 0 h ; les montants y sont exprimés en ${currencyName(contract.currency, text)}.`,
          en`The contract is drawn up ${language}. Unless it says otherwise, periods, dates and civil delays are those of the time zone ${code(contract.timeZone)} and run from 00:00; amounts are in ${currencyName(contract.currency, text)}.`,
        ),
      ),
    ],
  }
}

function currencyName(currency: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    EUR: text('euros (EUR)', 'euros (EUR)'),
    USD: text('dollars des États-Unis (USD)', 'US dollars (USD)'),
    GBP: text('livres sterling (GBP)', 'pounds sterling (GBP)'),
    CHF: text('francs suisses (CHF)', 'Swiss francs (CHF)'),
  }
  return names[currency] ?? currency
}

function authority({ contract, say, date, text }: Writing): Subject {
  const signed = contract.authority
  const title = say(fr`Valeur du présent document`, en`Standing of this document`)
  const anchor = 'article:authority'
  if (signed === 'contract')
    return {
      anchor,
      title,
      blocks: [
        paragraph(
          say(
            fr`Le présent document est l’expression écrite du contrat tenu sous forme de données par les Parties ; ses chiffres sont ceux que le contrat exécute.`,
            en`This document is the contract, kept as data by the Parties, in writing; its figures are those that the contract executes.`,
          ),
        ),
      ],
    }
  return {
    anchor,
    title,
    blocks: [
      notice(
        say(
          fr`Le présent document est la transcription d’un contrat signé. En cas de différence, le document signé prévaut.`,
          en`This document is the transcription of a signed contract. In case of difference, the signed document prevails.`,
        ),
      ),
      fact(text('Document signé', 'Signed document'), signed.file),
      fact(text('Signé le', 'Signed on'), date(signed.signedOn)),
      fact(text('Empreinte SHA-256 du fichier', 'SHA-256 of the file'), code(signed.sha256)),
    ],
  }
}

function amendmentsTable(amendments: readonly AmendmentLine[], { say, text, date }: Writing): Subject | undefined {
  if (amendments.length === 0) return undefined
  return {
    anchor: 'article:amendments',
    title: say(fr`Avenants consolidés`, en`Consolidated amendments`),
    blocks: [
      paragraph(
        say(fr`Le présent texte intègre les avenants ci-dessous.`, en`This text includes the amendments below.`),
      ),
      table(
        text('Avenants', 'Amendments'),
        [
          column(text('Avenant', 'Amendment'), 1),
          column(text('Signé le', 'Signed on'), 1.6),
          column(text('En vigueur le', 'In force on'), 1.6),
          column(text('Objet', 'Subject'), 3.4),
          column(text('Clauses modifiées', 'Clauses changed'), 2.2),
        ],
        amendments.map(({ number, signedOn, effectiveFrom, summary, changed }) =>
          row([
            text(`n° ${number}`, `No. ${number}`),
            date(signedOn),
            date(effectiveFrom),
            summary,
            changed.join(', '),
          ]),
        ),
      ),
    ],
  }
}
