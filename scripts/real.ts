import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compareWithMadeSla } from './made-sla.ts'
import { root } from './read-project.ts'
import { runNode } from './run-node.ts'
import { say, showFiles, vigie } from './vigie.ts'

// The main job on the public ServiceNow log (UCI data set 498): `npm run real [FOLDER]`.
const contract = 'contracts/servicenow-log/contract.yaml'
const mapping = 'contracts/servicenow-log/mapping.yaml'
const events = 'out/real-events.csv'
const measures = 'out/real-measures.csv'
const reports = ['pdf', 'html', 'xlsx', 'json'].map((extension) => `out/real-report.${extension}`)

const asked = process.argv[2]
const folder = asked
  ? resolve(process.env.INIT_CWD ?? root, asked)
  : join(root, '../shared/data/uci-servicenow-incidents')
const log = ['incident_event_log.csv.gz', 'incident_event_log.csv'].map((name) => join(folder, name)).find(existsSync)

if (log === undefined) {
  say(
    `Non exécuté : ${folder} ne contient pas incident_event_log.csv(.gz).`,
    `Not run: ${folder} holds no incident_event_log.csv(.gz).`,
  )
} else {
  say('1/5 Import du journal', '1/5 Import of the log')
  vigie('import', mapping, log, '--out', events)
  say('2/5 Mesure de tout le journal', '2/5 Measure of the whole log')
  vigie('measure', contract, events, '--tickets', measures)
  say('3/5 Rapport mensuel d’avril 2016', '3/5 Monthly report of April 2016')
  vigie('report', contract, events, '--month', '2016-04', ...reports.flatMap((path) => ['--out', path]))
  say('4/5 Comparaison avec made_sla, le verdict du journal', '4/5 Comparison with made_sla, the verdict of the log')
  const agreements = await compareWithMadeSla(log, join(root, measures))
  say(
    'priorité : mêmes verdicts / manqué selon nous seuls / manqué selon lui seul / non comparés',
    'priority: same verdict / missed by us only / missed by it only / not compared',
  )
  for (const { priority, bothMet, bothMissed, onlyOursMissed, onlyTheirsMissed, notCompared } of agreements) {
    console.log(`  ${priority}: ${bothMet + bothMissed} / ${onlyOursMissed} / ${onlyTheirsMissed} / ${notCompared}`)
  }
  writeFileSync(join(root, 'out/real-made-sla.json'), `${JSON.stringify(agreements, null, 2)}\n`)
  say('5/5 Contrôle par une relecture naïve', '5/5 Check by a naive replay')
  runNode('scripts/real-check.ts', log, events, measures)
  showFiles([events, measures, ...reports, 'out/real-made-sla.json'])
}
