import type { Registers } from '../clause-types.ts'
import type { Column, Row } from '../document-model.ts'
import { code, en, fr } from '../inline.ts'
import { type Annex, column, numbers, present, row, type Subject, table, withoutEmptyColumns } from '../parts.ts'
import type { Writing } from '../writing.ts'

type Holder = 'client' | 'provider' | 'third-party'

/** Annex: applications, contracts of third parties, licences, warranties, domains and certificates, with who holds them. */
export function registersAnnex(writing: Writing): Annex | undefined {
  const registers = writing.contract.chapters.scope?.registers
  if (registers === undefined) return undefined
  const parts = present<Subject>(
    applications(registers, writing),
    thirdPartyContracts(registers, writing),
    licences(registers, writing),
    warranties(registers, writing),
    names('domains', registers.domains, writing),
    names('certificates', registers.certificates, writing),
  )
  if (parts.length === 0) return undefined
  return { anchor: 'annex:registers', title: writing.say(fr`Registres`, en`Registers`), blocks: [], parts }
}

function part(
  name: string,
  title: readonly [string, string],
  columns: readonly Column[],
  rows: readonly Row[],
  { say, text }: Writing,
): Subject | undefined {
  if (rows.length === 0) return undefined
  const [french, english] = title
  return {
    anchor: `registers:${name}`,
    title: say([{ text: french }], [{ text: english }]),
    blocks: [withoutEmptyColumns(table(text(french, english), columns, rows))],
  }
}

function holderName(holder: Holder, { text }: Writing): string {
  return {
    client: text('Client', 'Client'),
    provider: text('Prestataire', 'Provider'),
    'third-party': text('tiers', 'third party'),
  }[holder]
}

function until(day: string | undefined, { date }: Writing): string | undefined {
  return day === undefined ? undefined : date(day)
}

function applications(
  { applications: list = [], thirdPartyContracts: contracts = [] }: Registers,
  writing: Writing,
): Subject | undefined {
  const { text, anchors } = writing
  const hosting = {
    'on-premises': text('sur site', 'on premises'),
    provider: text('chez le Prestataire', 'at the Provider'),
    saas: text('en mode SaaS', 'as SaaS'),
    'client-cloud': text('dans le cloud du Client', 'in the Client’s cloud'),
  }
  return part(
    'applications',
    ['Applications', 'Applications'],
    [
      column(text('Application', 'Application'), 2),
      column(text('Identifiant', 'Identifier'), 1.4),
      column(text('Éditeur', 'Editor'), 1.6),
      column(text('Contrat de support', 'Support contract'), 2),
      column(text('Support jusqu’au', 'Supported until'), 1.6),
      column(text('Responsable', 'Owner'), 1.6),
      column(text('Hébergement', 'Hosting'), 1.6),
      column(text('Données personnelles', 'Personal data'), 1.2),
    ],
    list.map(({ id, label, editor, supportContract, supportUntil, owner, hosting: where, personalData }) =>
      row(
        [
          label,
          code(id),
          editor,
          contracts.find((one) => one.id === supportContract)?.label ?? supportContract,
          until(supportUntil, writing),
          owner,
          hosting[where],
          personalData === undefined ? undefined : personalData ? text('oui', 'yes') : text('non', 'no'),
        ],
        anchors.of('applications', id),
      ),
    ),
    writing,
  )
}

function thirdPartyContracts({ thirdPartyContracts: list = [] }: Registers, writing: Writing): Subject | undefined {
  const { text, anchors, duration, money } = writing
  const renewals = { tacit: text('tacite', 'tacit'), express: text('expresse', 'express') }
  return part(
    'contracts',
    ['Contrats de tiers', 'Third-party contracts'],
    [
      column(text('Contrat', 'Contract'), 2),
      column(text('Identifiant', 'Identifier'), 1.4),
      column(text('Fournisseur', 'Supplier'), 1.6),
      column(text('Numéro', 'Number'), 1.4),
      column(text('Titulaire', 'Holder'), 1.2),
      column(text('Du', 'From'), 1.4),
      column(text('Au', 'Until'), 1.4),
      column(text('Préavis', 'Notice'), 1.2),
      column(text('Reconduction', 'Renewal'), 1.4),
      numbers(text('Coût par mois', 'Monthly cost'), 1.4),
    ],
    list.map(({ id, label, supplier, holder, from, until: end, notice, renewal, reference, monthlyCost }) =>
      row(
        [
          label,
          code(id),
          supplier,
          reference,
          holderName(holder, writing),
          until(from, writing),
          until(end, writing),
          notice === undefined ? undefined : duration(notice),
          renewal && renewals[renewal],
          monthlyCost === undefined ? undefined : money(monthlyCost),
        ],
        anchors.of('thirdPartyContracts', id),
      ),
    ),
    writing,
  )
}

function licences({ licences: list = [] }: Registers, writing: Writing): Subject | undefined {
  const { text, anchors } = writing
  return part(
    'licences',
    ['Licences', 'Licences'],
    [
      column(text('Licence', 'Licence'), 2.4),
      column(text('Identifiant', 'Identifier'), 1.4),
      column(text('Éditeur', 'Editor'), 1.6),
      numbers(text('Quantité', 'Quantity'), 1),
      column(text('Titulaire', 'Holder'), 1.2),
      column(text('Jusqu’au', 'Until'), 1.4),
    ],
    list.map(({ id, label, editor, quantity, holder, until: end }) =>
      row(
        [label, code(id), editor, quantity, holderName(holder, writing), until(end, writing)],
        anchors.of('licences', id),
      ),
    ),
    writing,
  )
}

function warranties({ warranties: list = [] }: Registers, writing: Writing): Subject | undefined {
  const { text, anchors, name } = writing
  return part(
    'warranties',
    ['Garanties', 'Warranties'],
    [
      column(text('Garantie', 'Warranty'), 2),
      column(text('Identifiant', 'Identifier'), 1.4),
      column(text('Classe', 'Class'), 1.4),
      column(text('Équipement', 'Asset'), 1.4),
      column(text('Fournisseur', 'Supplier'), 1.4),
      column(text('Titulaire', 'Holder'), 1.2),
      column(text('Jusqu’au', 'Until'), 1.4),
    ],
    list.map(({ id, label, assetClass, asset, supplier, holder, until: end }) =>
      row(
        [
          label ?? id,
          code(id),
          assetClass === undefined ? undefined : name('asset-class', assetClass),
          asset,
          supplier,
          holderName(holder, writing),
          until(end, writing),
        ],
        anchors.of('warranties', id),
      ),
    ),
    writing,
  )
}

type Held = { readonly id: string; readonly name: string; readonly holder: Holder; readonly until: string } & {
  readonly registrar?: string
  readonly issuer?: string
}

function names(
  kind: 'domains' | 'certificates',
  list: readonly Held[] | undefined,
  writing: Writing,
): Subject | undefined {
  const { text, anchors } = writing
  const domains = kind === 'domains'
  return part(
    kind,
    domains ? ['Noms de domaine', 'Domain names'] : ['Certificats', 'Certificates'],
    [
      column(text('Nom', 'Name'), 2.4),
      column(text('Identifiant', 'Identifier'), 1.4),
      column(domains ? text('Bureau d’enregistrement', 'Registrar') : text('Émetteur', 'Issuer'), 1.8),
      column(text('Titulaire', 'Holder'), 1.2),
      column(text('Jusqu’au', 'Until'), 1.4),
    ],
    (list ?? []).map(({ id, name, registrar, issuer, holder, until: end }) =>
      row(
        [name, code(id), registrar ?? issuer, holderName(holder, writing), until(end, writing)],
        anchors.of(kind, id),
      ),
    ),
    writing,
  )
}
