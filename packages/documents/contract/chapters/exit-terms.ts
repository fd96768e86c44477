import type { Exit } from '../clause-types.ts'
import type { Block } from '../document-model.ts'
import { code, en, fr, sentences } from '../inline.ts'
import { column, item, paragraph, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

/** What the exit needs beside its plan: key assets, acceptance, tests, support after the end, switching of cloud services. */
export function exitTerms(exit: Exit, writing: Writing): readonly Subject[] {
  const { assets, acceptance, tests, support, cloud } = exit
  return present<Subject>(
    assets && assets.length > 0 && assetsSubject(assets, writing),
    acceptance && acceptance.length > 0 && acceptanceSubject(acceptance, writing),
    tests && tests.length > 0 && testsSubject(tests, writing),
    support && supportSubject(support, writing),
    cloud && cloudSubject(cloud, writing),
  )
}

function assetsSubject(list: NonNullable<Exit['assets']>, { say, text, anchors }: Writing): Subject {
  const kinds = {
    tenant: text('espace cloud (tenant)', 'cloud tenant'),
    domain: text('nom de domaine', 'domain name'),
    certificate: text('certificat', 'certificate'),
    secret: text('secret', 'secret'),
    licence: text('licence', 'licence'),
    account: text('compte', 'account'),
    telephony: text('téléphonie', 'telephony'),
    configuration: text('configuration', 'configuration'),
  }
  const owners = {
    client: text('Client', 'Client'),
    provider: text('Prestataire', 'Provider'),
    'third-party': text('tiers', 'third party'),
  }
  return {
    anchor: 'article:exit-assets',
    title: say(fr`Actifs clés`, en`Key assets`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Actifs clés et leur transfert', 'Key assets and how they pass on'),
          [
            column(text('Actif', 'Asset'), 2.2),
            column(text('Identifiant', 'Identifier'), 1.4),
            column(text('Nature', 'Kind'), 1.4),
            column(text('Titulaire', 'Owner'), 1.2),
            column(text('Transfert', 'Transfer'), 3),
          ],
          list.map(({ id, label, kind, owner, transfer }) =>
            row([label ?? id, code(id), kinds[kind], owners[owner], transfer], anchors.of('exit-asset', id)),
          ),
        ),
      ),
    ],
  }
}

function acceptanceSubject(list: NonNullable<Exit['acceptance']>, { say, anchors }: Writing): Subject {
  return {
    anchor: 'article:exit-acceptance',
    title: say(fr`Recette de la réversibilité`, en`Acceptance of the exit`),
    blocks: [
      paragraph(
        say(
          fr`La réversibilité est reçue lorsque les critères suivants sont remplis :`,
          en`The exit is accepted when the following criteria are met:`,
        ),
      ),
      ...list.map(({ id, criterion }) =>
        item(say(fr`${criterion} (${code(id)}) ;`, en`${criterion} (${code(id)});`), anchors.of('criterion', id)),
      ),
    ],
  }
}

function testsSubject(list: NonNullable<Exit['tests']>, { say, text, date }: Writing): Subject {
  const results = {
    passed: text('réussi', 'passed'),
    partial: text('partiel', 'partial'),
    failed: text('échoué', 'failed'),
  }
  return {
    anchor: 'article:exit-tests',
    title: say(fr`Tests de réversibilité effectués`, en`Exit tests made`),
    blocks: [
      withoutEmptyColumns(
        table(
          text('Tests effectués', 'Tests made'),
          [
            column(text('Date', 'Date'), 1.4),
            column(text('Objet', 'Subject'), 2.4),
            column(text('Résultat', 'Result'), 1.2),
            column(text('Preuve', 'Evidence'), 2.4),
          ],
          list.map(({ date: day, result, label, evidence }) => row([date(day), label, results[result], evidence])),
        ),
      ),
    ],
  }
}

function supportSubject(
  { for: length, price }: NonNullable<Exit['support']>,
  { say, duration, name }: Writing,
): Subject {
  return {
    anchor: 'article:exit-support',
    title: say(fr`Assistance après la fin du contrat`, en`Support after the end`),
    blocks: [
      paragraph(
        sentences(
          say(
            fr`Le Prestataire assiste le Client pendant ${duration(length)} après la fin du contrat.`,
            en`The Provider supports the Client for ${duration(length)} after the end of the contract.`,
          ),
          price === undefined
            ? undefined
            : price === 'included'
              ? say(fr`Cette assistance est comprise dans la redevance.`, en`This support is included in the fee.`)
              : say(
                  fr`Elle est facturée au prix de l’article « ${name('item', price)} » du bordereau.`,
                  en`It is charged at the price of item “${name('item', price)}” of the price book.`,
                ),
        ),
      ),
    ],
  }
}

function cloudSubject(cloud: NonNullable<Exit['cloud']>, writing: Writing): Subject {
  const { say, duration, names } = writing
  const { clause, services, switchingNotice, transition, retrieval, charges = [], erasure } = cloud
  const erased =
    erasure &&
    {
      'at-end': say(
        fr`Les données sont effacées à la fin du contrat.`,
        en`The data are erased at the end of the contract.`,
      ),
      'after-transition': say(
        fr`Les données sont effacées après la transition.`,
        en`The data are erased after the transition.`,
      ),
      'after-retrieval': say(
        fr`Les données sont effacées après la période de récupération.`,
        en`The data are erased after the retrieval period.`,
      ),
      'after-acceptance': say(
        fr`Les données sont effacées après la recette par le Client.`,
        en`The data are erased after the Client’s acceptance.`,
      ),
    }[erasure]
  return {
    anchor: 'article:cloud',
    title: say(fr`Changement de fournisseur de services cloud`, en`Switching of cloud services`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'cloud',
        clause,
        title: say(fr`Règlement (UE) 2023/2854 sur les données`, en`Regulation (EU) 2023/2854 (Data Act)`),
        blocks: [
          paragraph(
            sentences(
              services === undefined
                ? say(
                    fr`Le présent article s’applique aux services de traitement de données désignés comme tels.`,
                    en`This article applies to the services marked as data processing services.`,
                  )
                : say(
                    fr`Le présent article s’applique à : ${names('service', services)}.`,
                    en`This article applies to: ${names('service', services)}.`,
                  ),
              switchingNotice === undefined
                ? undefined
                : say(
                    fr`Le Client peut changer de fournisseur moyennant un préavis de ${duration(switchingNotice)}.`,
                    en`The Client may switch provider on a notice of ${duration(switchingNotice)}.`,
                  ),
              transition === undefined
                ? undefined
                : say(
                    fr`La transition dure au plus ${duration(transition)}.`,
                    en`The transition lasts at most ${duration(transition)}.`,
                  ),
              retrieval === undefined
                ? undefined
                : say(
                    fr`Le Client dispose ensuite de ${duration(retrieval)} pour récupérer ses données.`,
                    en`The Client then has ${duration(retrieval)} to retrieve its data.`,
                  ),
              erased,
            ),
          ),
          ...chargeBlocks(),
        ],
      },
    ],
  }

  function chargeBlocks(): readonly Block[] {
    if (charges.length === 0) return []
    const { date, money } = writing
    return [
      paragraph(say(fr`Les frais de changement de fournisseur sont :`, en`The switching charges are:`)),
      ...charges.map(({ from, to, charge, parallelUse }) => {
        const when = sentences(
          from === undefined ? undefined : say(fr`à compter du ${date(from)}`, en`from ${date(from)}`),
          to === undefined ? undefined : say(fr`jusqu’au ${date(to)} exclu`, en`until ${date(to)} excluded`),
        )
        const what =
          charge === 'none'
            ? say(fr`aucuns frais`, en`no charge`)
            : charge === 'cost-only'
              ? say(fr`au plus le coût supporté par le Prestataire`, en`no more than it costs the Provider`)
              : say(fr`${money(charge.amount)}`, en`${money(charge.amount)}`)
        const use =
          parallelUse === undefined
            ? []
            : parallelUse
              ? say(
                  fr`, pour le seul transfert des données pendant l’usage en parallèle`,
                  en`, for the transfer of data out during parallel use only`,
                )
              : say(fr`, hors usage en parallèle`, en`, parallel use excepted`)
        return item(
          when.length === 0
            ? say(fr`${what}${use} ;`, en`${what}${use};`)
            : say(fr`${when} : ${what}${use} ;`, en`${when}: ${what}${use};`),
        )
      }),
    ]
  }
}
