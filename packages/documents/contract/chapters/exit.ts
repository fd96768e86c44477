import type { Exit } from '../clause-types.ts'
import { en, fr, inlineOf, sentences } from '../inline.ts'
import { type Chapter, item, paragraph, present, type Subject, see } from '../parts.ts'
import type { Writing } from '../writing.ts'
import { exitTerms } from './exit-terms.ts'

/** Chapter 5: how the client leaves. */
export function exitChapter(writing: Writing): Chapter | undefined {
  const { exit } = writing.contract.chapters
  if (exit === undefined) return undefined
  const subjects = present<Subject>(
    triggers(exit, writing),
    plan(exit, writing),
    handover(exit, writing),
    drill(exit, writing),
    ...exitTerms(exit, writing),
  )
  if (subjects.length === 0) return undefined
  return { number: '5', anchor: 'chapter:exit', title: writing.say(fr`Réversibilité`, en`Reversibility`), subjects }
}

function triggers({ triggers: list = [], destinations = [] }: Exit, { say, text, or }: Writing): Subject | undefined {
  if (list.length === 0 && destinations.length === 0) return undefined
  const names = {
    expiry: text('l’arrivée du terme du contrat', 'expiry of the contract'),
    breach: text('la résiliation pour manquement', 'termination for breach'),
    convenience: text(
      'la résiliation sans motif, dans les conditions du contrat',
      'termination for convenience, under the contract',
    ),
    insolvency: text(
      'une procédure collective ouverte contre le Prestataire, dans les limites de la loi',
      'insolvency proceedings against the Provider, within the law',
    ),
    partial: text('le retrait d’une partie du périmètre', 'withdrawal of a part of the scope'),
    'change-of-control': text('un changement de contrôle du Prestataire', 'a change of control of the Provider'),
    'force-majeure': text('une force majeure qui se prolonge', 'lasting force majeure'),
  }
  const towards = {
    successor: text('un nouveau prestataire', 'a successor'),
    'in-house': text('les équipes du Client', 'the Client’s own teams'),
    partial: text('une reprise partielle', 'a partial take-over'),
  }
  return {
    anchor: 'article:exit-triggers',
    title: say(fr`Ouverture de la réversibilité`, en`When reversibility opens`),
    blocks: [
      ...(list.length === 0
        ? []
        : [
            paragraph(
              say(
                fr`La réversibilité s’ouvre dans chacun des cas suivants :`,
                en`Reversibility opens in each of these cases:`,
              ),
            ),
            ...list.map((one) => item(say(fr`${names[one]} ;`, en`${names[one]};`))),
          ]),
      ...(destinations.length === 0
        ? []
        : [
            paragraph(
              say(
                fr`Le service est repris, au choix du Client, par ${or(destinations.map((one) => towards[one]))}.`,
                en`At the Client’s choice the service goes to ${or(destinations.map((one) => towards[one]))}.`,
              ),
            ),
          ]),
    ],
  }
}

function plan(
  { clause, opensBeforeEnd, decisionTime, planUpdatedOn, price }: Exit,
  { say, duration, date, name }: Writing,
): Subject | undefined {
  const text = sentences(
    opensBeforeEnd === undefined
      ? undefined
      : say(
          fr`La phase de réversibilité commence au plus tard ${duration(opensBeforeEnd)} avant la fin du contrat.`,
          en`The exit phase starts at the latest ${duration(opensBeforeEnd)} before the end of the contract.`,
        ),
    decisionTime === undefined
      ? undefined
      : say(
          fr`Le Client dispose auparavant de ${duration(decisionTime)} pour choisir sa destination.`,
          en`Before it the Client has ${duration(decisionTime)} to choose where to go.`,
        ),
    planUpdatedOn === undefined
      ? undefined
      : say(
          fr`Le plan de réversibilité figure à l’${see('annex:exit')} ; il a été mis à jour le ${date(planUpdatedOn)}.`,
          en`The exit plan is in ${see('annex:exit')}; it was updated on ${date(planUpdatedOn)}.`,
        ),
    price === undefined
      ? undefined
      : price === 'included'
        ? say(
            fr`Les prestations de réversibilité sont comprises dans la redevance.`,
            en`The exit services are included in the fee.`,
          )
        : say(
            fr`Les prestations de réversibilité sont facturées au prix de l’article « ${name('item', price)} » du bordereau.`,
            en`The exit services are charged at the price of item “${name('item', price)}” of the price book.`,
          ),
  )
  if (text.length === 0 && clause === undefined) return undefined
  return {
    anchor: 'article:exit-plan',
    title: say(fr`Plan et phase de réversibilité`, en`Exit plan and exit phase`),
    blocks: [],
    clauses: [
      {
        kind: 'clause',
        id: 'exit',
        clause,
        title: say(fr`Ouverture, plan et prix`, en`Opening, plan and price`),
        blocks: text.length === 0 ? [] : [paragraph(text)],
      },
    ],
  }
}

function handover({ data = [], knowledge = [], schedule = [] }: Exit, { say }: Writing): Subject | undefined {
  const parts = present(
    data.length > 0 &&
      item(
        say(
          fr`la restitution des données, dans le format indiqué, puis leur effacement (${see('annex:exit')}) ;`,
          en`giving the data back in the format given, then erasing them (${see('annex:exit')});`,
        ),
      ),
    knowledge.length > 0 &&
      item(
        say(
          fr`la remise des documents, des accès et des compétences nécessaires (${see('annex:exit')}) ;`,
          en`handing over the documents, accesses and skills needed (${see('annex:exit')});`,
        ),
      ),
    schedule.length > 0 &&
      item(
        say(
          fr`le déroulement de la transition selon le calendrier convenu (${see('annex:exit')}) ;`,
          en`running the transition on the agreed schedule (${see('annex:exit')});`,
        ),
      ),
  )
  if (parts.length === 0) return undefined
  return {
    anchor: 'article:handover',
    title: say(fr`Obligations du Prestataire`, en`What the Provider owes`),
    blocks: [paragraph(say(fr`Le Prestataire assure :`, en`The Provider ensures:`)), ...parts],
  }
}

function drill({ drill: clause }: Exit, { say, duration }: Writing): Subject | undefined {
  if (clause === undefined) return undefined
  return {
    anchor: 'article:drill',
    title: say(fr`Test de réversibilité`, en`Exit drill`),
    blocks: [
      paragraph(
        inlineOf(
          say(
            fr`La réversibilité est testée au moins une fois par période de ${duration(clause.every)}.`,
            en`The exit is tested at least once every ${duration(clause.every)}.`,
          ),
        ),
      ),
    ],
  }
}
