import type { Architecture } from './read-project.ts'

const start = '<!-- rooms: written by scripts/check-documents.ts from architecture.json -->'
const end = '<!-- /rooms -->'

/** The table of rooms of ARCHITECTURE.md: what each holds and what it may import. */
export function architectureTable({ rooms, libraries }: Architecture): string {
  const rows = rooms.map(({ room, path, holds, mayImport }) => {
    return `| \`${room}\` | \`${path}/\` | ${holds} | ${mayImport.map(short).join(', ') || 'nothing'} |`
  })
  const doors = Object.entries(libraries).map(
    ([name, globs]) => `| ${name} | ${globs.map((glob) => `\`${glob}\``).join(', ')} |`,
  )
  return [
    '| room | path | holds | may import |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '| library | imported only by |',
    '| --- | --- |',
    ...doors,
  ].join('\n')
}

/** The document with the table as it must stand. Throws when the marks around it are missing. */
export function withArchitectureTable(document: string, architecture: Architecture): string {
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new Error(`ARCHITECTURE.md needs the lines\n${start}\n${end}`)
  return `${document.slice(0, from + start.length)}\n\n${architectureTable(architecture)}\n\n${document.slice(to)}`
}

function short(room: string): string {
  return room.replace(/^engine\//, '')
}
