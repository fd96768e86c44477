import { say, showFiles, vigie } from './vigie.ts'

// The main job on the demonstration year: a contract, a year of invented facts (same seed, same bytes), one month's report.
const contract = 'contracts/small-business/contract.yaml'
const facts = ['outages', 'controls', 'calls'].flatMap((name) => [`--${name}`, `out/${name}.csv`])
const reports = ['pdf', 'html', 'xlsx', 'json'].map((extension) => `out/report.${extension}`)

say(
  `1/2 Une année de faits simulée pour ${contract} (2026, graine 1)`,
  `1/2 A simulated year of facts for ${contract} (2026, seed 1)`,
)
vigie('simulate', contract, '--from', '2026-01-01', '--to', '2027-01-01', '--seed', '1', '--out', 'out')

say('2/2 Le rapport mensuel d’octobre 2026', '2/2 The monthly report of October 2026')
vigie(
  'report',
  contract,
  'out/events.csv',
  '--month',
  '2026-10',
  ...facts,
  ...reports.flatMap((path) => ['--out', path]),
)
showFiles(reports)
say(
  'À vous : README.fr.md, « Avec votre contrat et votre journal ».',
  'Your turn: README.md, "With your own contract and log".',
)
