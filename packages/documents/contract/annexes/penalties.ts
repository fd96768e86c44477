import { tierAmount, tierSpan } from '../chapters/penalty-words.ts'
import { commitmentName } from '../chapters/sanctions.ts'
import type { Penalty } from '../clause-types.ts'
import type { Row } from '../document-model.ts'
import { capital, en, fr, inlineOf, joined } from '../inline.ts'
import { type Annex, column, numbers, paragraph, present, quiet, row, type Subject, table } from '../parts.ts'
import { saySum } from '../sums.ts'
import type { WorkedExample } from '../worked-example.ts'
import type { Writing } from '../writing.ts'

/** Annex: tiers, caps, and one worked example of each penalty, computed by the engine that computes the real ones. */
export function penaltiesAnnex(writing: Writing, examples: readonly WorkedExample[]): Annex | undefined {
  const { contract, say } = writing
  const { penalties = [] } = contract.commitments
  if (penalties.length === 0) return undefined
  const parts = present<Subject>(tiers(penalties, writing), caps(penalties, writing), worked(examples, writing))
  return { anchor: 'annex:penalties', title: say(fr`Pénalités`, en`Penalties`), blocks: [], parts }
}

function reference({ id, clause }: Penalty, { anchors }: Writing) {
  const to = anchors.to('penalty', id)
  return { text: clause ?? id, ...(to === undefined ? {} : { to }) }
}

function tiers(penalties: readonly Penalty[], writing: Writing): Subject | undefined {
  const { say, text } = writing
  const rows = penalties.flatMap((penalty) =>
    (penalty.tiers ?? []).map((tier) =>
      row([reference(penalty, writing), capital(tierSpan(tier, writing)), tierAmount(tier, writing)]),
    ),
  )
  if (rows.length === 0) return undefined
  return {
    anchor: 'penalties:tiers',
    title: say(fr`Paliers`, en`Tiers`),
    blocks: [
      table(
        text('Paliers des pénalités', 'Tiers of the penalties'),
        [column(text('Clause', 'Clause'), 1), column(text('Palier', 'Tier'), 4), column(text('Montant', 'Amount'), 3)],
        rows,
      ),
    ],
  }
}

function caps(penalties: readonly Penalty[], writing: Writing): Subject | undefined {
  const { say, text, contract } = writing
  const rules = contract.commitments.penaltyRules
  const line = (head: Row['cells'][number], cap: Penalty['cap']): readonly Row[] =>
    cap === undefined
      ? []
      : [
          row([
            head,
            ...[cap.event, cap.month, cap.year, cap.contract].map((sum) =>
              sum === undefined ? undefined : saySum(sum, writing),
            ),
          ]),
        ]
  const rows = [
    ...penalties.flatMap((penalty) => line([reference(penalty, writing)], penalty.cap)),
    ...line(
      inlineOf(
        rules?.clause === undefined ? text('Toutes', 'All') : text(`Toutes (${rules.clause})`, `All (${rules.clause})`),
      ),
      rules?.cap,
    ),
  ]
  if (rows.length === 0) return undefined
  return {
    anchor: 'penalties:caps',
    title: say(fr`Plafonds`, en`Caps`),
    blocks: [
      table(
        text('Plafonds des pénalités', 'Caps of the penalties'),
        [
          column(text('Pénalités', 'Penalties'), 1.4),
          numbers(text('Par événement', 'Each event'), 1.6),
          numbers(text('Par mois', 'Each month'), 2),
          numbers(text('Par année', 'Each year'), 2),
          numbers(text('Sur le contrat', 'Over the contract'), 1.6),
        ],
        rows,
      ),
    ],
  }
}

function worked(examples: readonly WorkedExample[], writing: Writing): Subject | undefined {
  const { say, text, anchors } = writing
  if (examples.length === 0) return undefined
  return {
    anchor: 'penalties:examples',
    title: say(fr`Exemples chiffrés`, en`Worked examples`),
    blocks: [
      quiet(
        say(
          fr`Exemples calculés par le moteur qui calcule les pénalités réelles, hors mise en demeure et hors montants d’autres périodes ; ils illustrent les articles sans y ajouter.`,
          en`Examples computed by the engine that computes the real penalties, without notice of default and amounts of other periods; they illustrate the articles and add nothing to them.`,
        ),
      ),
      ...examples.flatMap((example) => {
        const to = anchors.to('penalty', example.penalty)
        const head = joined([
          { text: example.clause, ...(to === undefined ? {} : { to }) },
          ' – ',
          capital(commitmentName(example.commitment, writing)),
          text('\u00a0: ', ': '),
          example.situation,
        ])
        return [
          paragraph(head),
          table(
            text(
              `Calcul de l’exemple de la clause ${example.clause}`,
              `Working of the example of clause ${example.clause}`,
            ),
            [column(text('Étape', 'Step'), 5), column(text('Clause', 'Clause'), 1)],
            [
              ...example.steps.map(({ words, clause }) => row([words, clause])),
              row([
                { text: text(`Montant\u00a0: ${example.amount}`, `Amount: ${example.amount}`), strong: true },
                example.clause,
              ]),
            ],
          ),
        ]
      }),
    ],
  }
}
