import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runVigie } from './testing/run-vigie.ts'

const contract = (rules: string, more = '') => `vigie: 1
contract: { id: CTR-TEST, title: Contrat d’essai, timeZone: Europe/Paris, effectiveFrom: 2026-01-01 }
calendars: { business: { label: Heures ouvrées, timeZone: Europe/Paris, weekly: { mon: ["09:00-18:00"] }, holidays: {} } }
scope:
  sites: [{ id: hq, label: Siège, country: FR, postalCode: "69003" }, { id: branch, label: Agence, country: FR, postalCode: "59000" }]
  assetClasses: [{ id: server, label: Serveurs }, { id: printer, label: Imprimantes }]
  interventions: [{ id: support, label: Support utilisateur, kinds: [incident] }, { id: evolution, label: Évolutions }]
  modes: [{ id: remote, label: À distance }, { id: onsite, label: Sur site }]
  providerZones:
    - { id: lyon, departments: ["69"], onsite: { within: { hours: 4, calendar: business } }, by: own-staff }
    - { id: nord, departments: ["59"], onsite: { within: { workingDays: 2, calendar: business } }, price: VISIT, by: subcontractor }
${more}  rules:
${rules}
evolution:
  pricing: { items: [{ id: VISIT, label: Déplacement sur site, unit: visit, price: 180.00 }] }
`
const whole = `    - { id: PER-1, clause: "1.1", when: { intervention: support }, then: included }
    - { id: PER-2, clause: "1.2", when: { intervention: evolution }, then: on-demand, price: VISIT }`
const holed = `    - { id: PER-1, clause: "1.1", when: { assetClass: server }, then: included }
    - { id: PER-2, clause: "1.2", when: { site: hq, intervention: evolution }, then: client }`

function written(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'vigie-scope-')), 'contract.yaml')
  writeFileSync(path, text)
  return path
}

describe('vigie scope', () => {
  it('a whole scope: 100 %, exit 0', () => {
    const { status, stdout } = runVigie(['scope', written(contract(whole))])
    expect(status).toBe(0)
    expect(stdout).toBe(
      'Contrat d’essai (CTR-TEST, version 1)\nPérimètre décidé à 100\u00a0% : 16 cas sur 16 ; 0 trou, 0 contradiction.\n',
    )
  })

  it('gaps and conflicts in readable sentences, exit 1', () => {
    const { status, stdout } = runVigie(['scope', written(contract(holed))])
    expect(status).toBe(1)
    expect(stdout).toContain('Périmètre décidé à 50\u00a0% : 8 cas sur 16 ; 2 trous, 1 contradiction.')
    expect(stdout).toContain('  - Serveurs × Siège × Évolutions (2 cas)\u00a0: PER-1 (clause 1.1), PER-2 (clause 1.2)')
    expect(stdout).toMatch(/Trous : aucune règle ne répond\n( {2}- Imprimantes.*\n){2}/)
  })

  it('--json gives the library’s answer, with the sites that nobody serves', () => {
    const path = written(contract(whole).replace('"59000"', '"35000"'))
    const { status, stdout } = runVigie(['scope', path, '--json'])
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      contract: { id: 'CTR-TEST', version: '1' },
      cells: 16,
      decided: 16,
      percent: '100.00',
      gaps: [],
      conflicts: [],
      unservedSites: ['branch'],
    })
  })

  it('--matrix draws letters, without colour, with their meaning', () => {
    const { stdout } = runVigie(['scope', written(contract(holed)), '--matrix', '--lang', 'en'])
    expect(stdout).toContain(
      'Siège\n             Support utilisateur  Évolutions\nServeurs     I                    !\n',
    )
    expect(stdout).toContain('Imprimantes  ?                    C\n')
    expect(stdout).toContain('I included in the fee')
    expect(stdout).not.toContain('\u001b')
  })

  it('--out writes the page', () => {
    const path = written(contract(holed))
    const out = join(path, '..', 'scope.html')
    expect(runVigie(['scope', path, '--matrix', '--out', out]).status).toBe(1)
    const page = readFileSync(out, 'utf8')
    expect(page).toContain('<html lang="fr">')
    const wrong = runVigie(['scope', path, '--matrix', '--out', out.replace('.html', '.pdf')])
    expect(wrong).toMatchObject({ status: 2, stdout: '' })
    expect(wrong.stderr).toContain('.html')
    expect(page).toContain('<th scope="row">Imprimantes</th>')
    expect(page).not.toMatch(/https?:|<script/)
  })
})

describe('vigie scope --ask', () => {
  const path = written(contract(whole))
  const ask = (question: string, ...more: string[]) => runVigie(['scope', path, '--ask', question, ...more])

  it('ids', () => {
    const { status, stdout } = ask('assetClass=server,site=hq,intervention=support')
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'Compris dans le forfait.',
      'clause 1.1 · règle PER-1 · contrat CTR-TEST, version 1',
    ])
  })

  it('labels, whatever their case, accents and plural; French keys', () => {
    const { stdout } = ask('équipement=serveur,site=SIEGE,intervention=evolution,mode=sur place')
    expect(stdout).toContain('À la demande, hors forfait (Déplacement sur site\u00a0: 180,00\u00a0€ par déplacement).')
    expect(stdout).toContain('zone lyon, sous 4\u00a0h (Heures ouvrées), par les équipes du prestataire')
  })

  it('a place before an office opens there', () => {
    expect(ask('postalCode=59800,mode=onsite', '--json').status).toBe(0)
    const { status, stdout } = ask('postalCode=35000,mode=onsite', '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unserved', contract: { id: 'CTR-TEST', version: '1' } })
  })

  it('an open question says what is still to be told, exit 1', () => {
    const { status, stdout } = ask('site=hq')
    expect(status).toBe(1)
    expect(stdout).toContain('À préciser\u00a0: type d’intervention (Support utilisateur, Évolutions).')
  })

  it.each([
    [
      'an unknown value lists those accepted',
      'site=paris',
      /site : le contrat ne connaît pas « paris » ; acceptés : hq \(Siège\), branch \(Agence\)/,
    ],
    ['an unknown key too', 'couleur=rouge', /clé inconnue « couleur » ; acceptés : assetClass/],
    ['a word that is no pair', 'serveur', /« serveur » n’est pas clé=valeur/],
    ['a key twice', 'site=hq,lieu=agence', /« lieu » est donné deux fois/],
  ])('%s: exit 2', (_, question, message) => {
    const { status, stdout, stderr } = ask(question)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  it('answers from what was kept only for the same bytes: an edit counts, a fault is told', () => {
    const edited = written(contract(whole))
    const question = ['scope', edited, '--ask', 'intervention=support', '--json']
    expect(JSON.parse(runVigie(question).stdout).outcome).toBe('included')
    writeFileSync(edited, contract(whole).replace('then: included', 'then: excluded'))
    expect(JSON.parse(runVigie(question).stdout).outcome).toBe('excluded')
    writeFileSync(edited, contract(whole).replace('then: included', 'then: maybe'))
    expect(runVigie(question)).toMatchObject({ status: 2, stdout: '' })
  })

  it('--at takes the version in force that day', () => {
    const amended = written(contract(whole))
    mkdirSync(join(amended, '..', 'amendments'))
    const change = `vigie: 1
amends: CTR-TEST
number: 1
effectiveFrom: 2026-07-01
signedOn: 2026-06-01
summary: Le support passe au client
changes:
  - { op: test, path: /scope/rules/0/id, value: PER-1 }
  - { op: replace, path: /scope/rules/0/then, value: client }
`
    writeFileSync(join(amended, '..', 'amendments', '01-support.yaml'), change)
    const outcome = (...more: string[]) =>
      JSON.parse(runVigie(['scope', amended, '--ask', 'intervention=support', '--json', ...more]).stdout)
    expect(outcome('--at', '2026-06-30')).toMatchObject({ outcome: 'included', contract: { version: '1' } })
    expect(outcome('--at', '2026-07-01')).toMatchObject({ outcome: 'client', contract: { version: '2' } })
    expect(outcome()).toMatchObject({ outcome: 'client' })
    const before = runVigie(['scope', amended, '--ask', 'intervention=support', '--at', '2025-12-31'])
    expect([before.status, before.stderr]).toEqual([2, expect.stringContaining('2026-01-01')])
  })
})
