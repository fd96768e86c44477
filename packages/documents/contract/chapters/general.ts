import type { AmendmentLine } from '../amendment-line.ts'
import type { Block, Inline } from '../document-model.ts'
import { code, en, fr, inlineOf, sentences, strong } from '../inline.ts'
import {
  type Chapter,
  column,
  fact,
  item,
  notice,
  paragraph,
  present,
  row,
  type Subject,
  table,
  withoutEmptyColumns,
} from '../parts.ts'
import { usualName } from '../usual-names.ts'
import type { Writing } from '../writing.ts'
import { definitions } from './definitions.ts'

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

function documents(writing: Writing): Subject | undefined {
  const { contract, say, text, anchors } = writing
  const list = contract.documents ?? []
  if (list.length === 0) return undefined
  const ranked = list.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
  return {
    anchor: 'article:documents',
    title: say(fr`Documents contractuels et ordre de préséance`, en`Documents and order of precedence`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat est formé des documents ci-dessous. En cas de contradiction, le document de rang 1 prévaut sur celui de rang 2, et ainsi de suite.`,
          en`The contract is made of the documents below. In case of contradiction, the document of rank 1 prevails over that of rank 2, and so on.`,
        ),
      ),
      withoutEmptyColumns(
        table(
          text('Ordre de préséance des documents', 'Order of precedence of the documents'),
          [
            column(text('Rang', 'Rank'), 0.6),
            column(text('Document', 'Document'), 3),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Fichier', 'File'), 2),
            column(text('Empreinte SHA-256', 'SHA-256'), 3),
            column(text('Ce qu’il dit de la durée', 'What it says of the term'), 2.6),
            column(text('Référentiels cités', 'Standards cited'), 2),
          ],
          ranked.map(({ id, rank, label, file, sha256, states, cites }) =>
            row(
              [
                rank,
                label ?? usualName('document', id, text),
                code(id),
                file,
                sha256 === undefined ? undefined : code(sha256),
                states && statedText(states, writing),
                cites && writing.and(cites),
              ],
              anchors.of('document', id),
            ),
          ),
        ),
      ),
    ],
  }
}

type States = NonNullable<NonNullable<Writing['contract']['documents']>[number]['states']>

/** What another document says of the term, which may differ. */
function statedText(
  { renewal, notice: delay, initial, earlyTermination: early }: States,
  { text, duration }: Writing,
): string {
  const modes = {
    tacit: text('reconduction tacite', 'tacit renewal'),
    express: text('reconduction expresse', 'express renewal'),
    none: text('pas de reconduction', 'no renewal'),
  }
  const leaving = {
    free: text('sortie anticipée sans frais', 'early exit free'),
    'remaining-fees': text(
      'redevances restantes dues en cas de sortie anticipée',
      'remaining fees due on an early exit',
    ),
  }
  return present(
    initial === undefined
      ? undefined
      : text(`durée initiale de ${duration(initial)}`, `initial term of ${duration(initial)}`),
    renewal && modes[renewal],
    delay === undefined ? undefined : text(`préavis de ${duration(delay)}`, `notice of ${duration(delay)}`),
    early && leaving[early],
  ).join(', ')
}

function standards({ contract, say }: Writing): Subject | undefined {
  const list = contract.governedBy ?? []
  if (list.length === 0) return undefined
  return {
    anchor: 'article:standards',
    title: say(fr`Référentiels applicables`, en`Governing standards`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat est régi, pour ce qu’il ne règle pas, par les conditions et référentiels suivants :`,
          en`For what it does not settle, the contract is governed by the following conditions and standards:`,
        ),
      ),
      ...list.map((one) => item(inlineOf(one))),
    ],
  }
}

function term(writing: Writing): Subject {
  const { contract, say, date, duration, count } = writing
  const { signedOn, effectiveFrom, effectiveTo } = contract
  const signed =
    signedOn === undefined
      ? undefined
      : contract.version === '1'
        ? say(fr`Le contrat a été signé le ${date(signedOn)}.`, en`The contract was signed on ${date(signedOn)}.`)
        : say(
            fr`La présente version a été signée le ${date(signedOn)}.`,
            en`This version was signed on ${date(signedOn)}.`,
          )
  const force =
    contract.version === '1'
      ? say(
          fr`Il prend effet le ${date(effectiveFrom)} à 0 h.`,
          en`It takes effect on ${date(effectiveFrom)} at 00:00.`,
        )
      : say(
          fr`La présente version est en vigueur depuis le ${date(effectiveFrom)} à 0 h.`,
          en`This version is in force since ${date(effectiveFrom)} at 00:00.`,
        )
  return {
    anchor: 'article:term',
    title: say(fr`Prise d’effet et durée`, en`Effective date and term`),
    blocks: [paragraph(sentences(signed, force)), ...(contract.term === undefined ? termBlocks() : [])],
    ...(contract.term === undefined
      ? {}
      : {
          clauses: [
            {
              kind: 'clause',
              id: 'term',
              clause: contract.term.clause,
              title: say(fr`Durée et reconduction`, en`Term and renewal`),
              blocks: termBlocks(),
            },
          ],
        }),
  }

  function termBlocks(): readonly Block[] {
    const stated = contract.term
    if (stated === undefined)
      return [paragraph(say(fr`Il est conclu pour une durée indéterminée.`, en`It is made for an indefinite term.`))]
    const { initial, renewal, notice: delay } = stated
    const first = say(
      fr`Il est conclu pour une durée initiale de ${duration(initial)}.`,
      en`It is made for an initial term of ${duration(initial)}.`,
    )
    const end =
      effectiveTo === undefined
        ? undefined
        : say(
            fr`Il prend fin le ${date(effectiveTo)} à 0 h, sauf reconduction.`,
            en`It ends on ${date(effectiveTo)} at 00:00, unless it is renewed.`,
          )
    return [
      paragraph(sentences(first, renewal && renewed(renewal), end)),
      ...present(delay && paragraph(noticed(delay))),
    ]
  }

  function renewed({ mode, for: length, times }: NonNullable<NonNullable<typeof contract.term>['renewal']>): Inline {
    const span =
      length === undefined ? say(fr``, en``) : say(fr` pour ${duration(length)}`, en` for ${duration(length)}`)
    const often =
      times === undefined
        ? mode === 'none'
          ? say(fr``, en``)
          : say(fr`, sans limite de nombre`, en`, without limit of number`)
        : say(
            fr`, au plus ${count(times, ['fois', 'fois'], ['time', 'times'])}`,
            en`, at most ${count(times, ['fois', 'fois'], ['time', 'times'])}`,
          )
    switch (mode) {
      case 'tacit':
        return say(
          fr`À son terme, il est reconduit tacitement${span}${often}.`,
          en`At its end it is renewed tacitly${span}${often}.`,
        )
      case 'express':
        return say(
          fr`À son terme, il n’est reconduit que par un accord exprès des Parties${span}${often}.`,
          en`At its end it is renewed only by an express agreement of the Parties${span}${often}.`,
        )
      case 'none':
        return say(fr`Il n’est pas reconductible${span}${often}.`, en`It is not renewable${span}${often}.`)
    }
  }

  function noticed(delay: string): Inline {
    return say(
      fr`La Partie qui ne souhaite pas la reconduction le notifie à l’autre au moins ${duration(delay)} avant l’échéance.`,
      en`A Party that does not wish the renewal notifies the other at least ${duration(delay)} before the end of the term.`,
    )
  }
}

function earlyTermination({ contract, say, duration, money }: Writing): Subject | undefined {
  const stated = contract.earlyTermination
  if (stated === undefined) return undefined
  const { clause, label, free, notice: delay, fee } = stated
  return {
    anchor: 'article:early-termination',
    title: say(fr`Résiliation anticipée`, en`Early termination`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'earlyTermination',
        clause,
        title: label === undefined ? say(fr`Sortie avant le terme`, en`Leaving before the end`) : inlineOf(label),
        blocks: [
          paragraph(
            sentences(
              delay === undefined
                ? say(
                    fr`Le Client peut mettre fin au contrat avant son terme.`,
                    en`The Client may end the contract before its term.`,
                  )
                : say(
                    fr`Le Client peut mettre fin au contrat avant son terme, moyennant un préavis de ${duration(delay)}.`,
                    en`The Client may end the contract before its term, on a notice of ${duration(delay)}.`,
                  ),
              free === undefined
                ? undefined
                : free
                  ? say(fr`Cette résiliation est dite sans pénalité.`, en`This termination is called free.`)
                  : say(fr`Cette résiliation n’est pas dite sans pénalité.`, en`This termination is not called free.`),
              fee === undefined
                ? undefined
                : fee === 'none'
                  ? say(fr`Aucune somme n’est due à ce titre.`, en`Nothing is owed for it.`)
                  : fee === 'remaining-fees'
                    ? say(
                        fr`Les redevances restant à courir jusqu’au terme restent dues.`,
                        en`The fees that remain to the end of the term stay due.`,
                      )
                    : say(
                        fr`Une somme de ${money(fee.amount)} est due à ce titre.`,
                        en`A sum of ${money(fee.amount)} is owed for it.`,
                      ),
            ),
          ),
        ],
      },
    ],
  }
}

function phases(writing: Writing): Subject | undefined {
  const { contract, say, text, date, anchors } = writing
  const list: readonly { id: string; label?: string; from: string; to?: string; penalties: 'waived' | 'due' }[] =
    contract.phases
  if (list.length === 0) return undefined
  return {
    anchor: 'article:phases',
    title: say(fr`Phases du contrat`, en`Phases of the contract`),
    blocks: [
      paragraph(
        say(
          fr`Le contrat se déroule selon les phases ci-dessous, chacune du premier jour indiqué jusqu’à la veille du jour de fin.`,
          en`The contract runs through the phases below, each from its first day to the day before its end.`,
        ),
      ),
      table(
        text('Phases du contrat', 'Phases of the contract'),
        [
          column(text('Phase', 'Phase'), 2),
          column(text('Identifiant', 'Identifier'), 1.4),
          column(text('À partir du', 'From'), 1.6),
          column(text('Jusqu’au (exclu)', 'Until (excluded)'), 1.6),
          column(text('Pénalités', 'Penalties'), 1.6),
        ],
        list.map(({ id, label, from, to, penalties }) =>
          row(
            [
              label ?? usualName('phase', id, text),
              code(id),
              date(from),
              to === undefined ? text('sans terme fixé', 'no fixed end') : date(to),
              penalties === 'due' ? text('dues', 'due') : text('non dues', 'not due'),
            ],
            anchors.of('phase', id),
          ),
        ),
      ),
    ],
  }
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
