import { sayBox } from '../boxes.ts'
import type { Control } from '../clause-types.ts'
import { capital, en, fr, inlineOf, sentences } from '../inline.ts'
import { type Clause, paragraph, type Subject } from '../parts.ts'
import { eachPeriod } from '../ticket-words.ts'
import type { Writing } from '../writing.ts'
import { obligationText } from './obligation.ts'

/** Recurring controls: the proofs that are owed. */
export function controlsSubject(writing: Writing): Subject | undefined {
  const { contract, say } = writing
  const { controls = [] } = contract.commitments
  if (controls.length === 0) return undefined
  return {
    anchor: 'article:controls',
    title: say(fr`Contrôles récurrents`, en`Recurring controls`),
    blocks: [
      paragraph(
        say(
          fr`Le Prestataire apporte aux intervalles ci-dessous la preuve des opérations suivantes. Un fait absent est inconnu ; il n’est jamais un succès.`,
          en`At the intervals below the Provider brings proof of the following operations. An absent fact is unknown; it is never a success.`,
        ),
      ),
    ],
    clauses: controls.map((control) => controlClause(control, writing)),
  }
}

function controlClause(control: Control, writing: Writing): Clause {
  const { say, text, duration, percent } = writing
  const {
    id,
    clause,
    label,
    control: name,
    population,
    every,
    within,
    tolerance,
    atLeast,
    over,
    unknown,
    evidence,
    obligation,
  } = control
  const who = populationOf(population, writing)
  const unseen =
    unknown &&
    {
      missed: say(fr`L’absence de fait compte comme un manquement.`, en`An absent fact counts as a miss.`),
      excluded: say(fr`L’absence de fait sort du compte.`, en`An absent fact is not counted.`),
      met: say(fr`L’absence de fait compte comme tenue.`, en`An absent fact counts as met.`),
    }[unknown]
  return {
    kind: 'commitment',
    id,
    clause,
    title: label === undefined ? capital(inlineOf(controlName(name, text))) : inlineOf(label),
    blocks: [
      paragraph(
        sentences(
          every === undefined
            ? say(
                fr`Le contrôle « ${controlName(name, text)} » est dû${who}.`,
                en`The control “${controlName(name, text)}” is owed${who}.`,
              )
            : say(
                fr`Le contrôle « ${controlName(name, text)} » est dû${who}, ${onceIn(every, writing)}.`,
                en`The control “${controlName(name, text)}” is owed${who}, ${onceIn(every, writing)}.`,
              ),
          within === undefined
            ? undefined
            : say(
                fr`Il intervient dans un délai de ${duration(within)} à compter ${every === undefined ? 'du besoin' : 'du début de l’intervalle'}.`,
                en`It is done within ${duration(within)} of ${every === undefined ? 'the need' : 'the interval’s beginning'}.`,
              ),
          tolerance === undefined
            ? undefined
            : say(
                fr`À la fin de l’intervalle, le dernier résultat favorable date d’au plus ${duration(tolerance)}.`,
                en`At the end of the interval the last good result is at most ${duration(tolerance)} old.`,
              ),
          atLeast === undefined
            ? say(fr`Il est favorable dans tous les cas.`, en`It is good in all cases.`)
            : say(
                fr`Il est favorable dans au moins ${percent(atLeast)} des cas${over === undefined ? '' : ` ${eachPeriod(over, text)}`}.`,
                en`It is good in at least ${percent(atLeast)} of cases${over === undefined ? '' : ` ${eachPeriod(over, text)}`}.`,
              ),
          atLeast === undefined && over !== undefined
            ? say(
                fr`Il est jugé au terme ${eachPeriod(over, text)}.`,
                en`It is judged at the end ${eachPeriod(over, text)}.`,
              )
            : undefined,
          unseen,
          obligationText(obligation, writing),
          evidence === undefined
            ? undefined
            : say(
                fr`La preuve est : ${evidenceName(evidence, text)} ; un résultat sans elle n’est pas un succès.`,
                en`The proof is: ${evidenceName(evidence, text)}; a result without it is no success.`,
              ),
        ),
      ),
    ],
  }
}

/** ` pour chacun des équipements : Serveurs`; nothing where the control has no population. */
export function populationOf(population: Control['population'], writing: Writing): ReturnType<Writing['say']> {
  const { say } = writing
  if (population === undefined) return []
  const box = Object.fromEntries(
    Object.entries(population).map(([key, value]) => [key, typeof value === 'string' ? [value] : value]),
  )
  const said = sayBox(box, writing)
  return say(fr` pour chaque élément de la population (${said})`, en` for each member of the population (${said})`)
}

/** `chaque jour`, `une fois par intervalle de 3 mois`. */
function onceIn(every: string, { text, duration }: Writing): string {
  const usual: Readonly<Record<string, string>> = {
    P1D: text('chaque jour', 'every day'),
    P1W: text('chaque semaine', 'every week'),
    P1M: text('chaque mois', 'every month'),
    P1Y: text('chaque année', 'every year'),
  }
  return usual[every] ?? text(`une fois par intervalle de ${duration(every)}`, `once in every ${duration(every)}`)
}

/** Usual controls in words, with the word of the facts; another stands as written. */
export function controlName(control: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    backup: text('sauvegarde', 'backup'),
    'restore-test': text('test de restauration', 'restore test'),
    patch: text('application des correctifs', 'patching'),
    'endpoint-protection': text('protection des postes', 'endpoint protection'),
    mfa: text('authentification multifacteur', 'multi-factor authentication'),
    'account-review': text('revue des comptes', 'account review'),
    'preventive-visit': text('visite préventive', 'preventive visit'),
  }
  return names[control] ?? control
}

/** What proves a control, in words. */
export function evidenceName(evidence: string, text: Writing['text']): string {
  const names: Readonly<Record<string, string>> = {
    log: text('le journal', 'the log'),
    report: text('le compte rendu', 'the report'),
    screenshot: text('la copie d’écran', 'the screenshot'),
  }
  return names[evidence] ?? evidence
}
