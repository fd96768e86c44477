import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVENT_FILE_COLUMNS, type EventFileColumn } from './event-columns.ts'
import type { Mapping } from './mapping.ts'
import { readEvents } from './read-events.ts'
import { readMapping } from './read-mapping.ts'
import { type LogTranslated, translateLog } from './translate-log.ts'

type Translated = LogTranslated & { readonly ok: true }

function mappingOf(yaml: string): Mapping {
  const read = readMapping(`vigie-mapping: 1\n${yaml}`)
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message.en).join('; '))
  return read.mapping
}

function translate(mapping: Mapping, source: string | Uint8Array): Translated {
  const translator = translateLog(mapping)
  translator.write(source)
  const translated = translator.end()
  if (!translated.ok) throw new Error(translated.fault.message.en)
  return translated
}

/** The filled fields of each event, as `minute event column=value…`; minutes since 09:00. */
function story(
  translated: Translated,
  columns: readonly EventFileColumn[] = ['reason', 'priority', 'site', 'actor', 'parent', 'score'],
) {
  return [...translated.events()].map((fields) => {
    const field = (name: EventFileColumn) => fields[EVENT_FILE_COLUMNS.indexOf(name)] ?? ''
    const minute = (Date.parse(field('at')) - Date.UTC(2026, 0, 5, 9)) / 60_000
    return [
      minute,
      field('event'),
      ...columns.flatMap((name) => (field(name) === '' ? [] : [`${name}=${field(name)}`])),
    ].join(' ')
  })
}

const SNAPSHOTS = mappingOf(`
shape: snapshots
timeZone: Etc/UTC
dateFormat: D/M/YYYY HH:mm
missing: ["?"]
ticket: number
at: updated
order: [count]
state: state
states:
  New: reported
  Active: acknowledged
  Waiting: { paused: waiting-client }
  Vendor: { paused: waiting-third-party }
  Resolved: resolved
  Closed: closed
  Cancelled: cancelled
  Draft: ignored
once: { reported: opened }
whenFilled: { acknowledged: owner }
assigned: group
columns: { priority: prio, site: site }
values: { priority: { High: P1, Low: P3 } }
`)

const HEAD = 'number,updated,count,state,opened,owner,group,prio,site'
/** Rows `minute state owner group prio site` of one ticket, opened at 08:50. */
const log = (...rows: string[]) =>
  [
    HEAD,
    ...rows.map((row, i) => {
      const [minute = '0', state = '', owner = '?', group = '?', prio = '?', site = '?'] = row.split(' ')
      const at = `5/1/2026 ${String(9 + Math.floor(Number(minute) / 60)).padStart(2, '0')}:${String(Number(minute) % 60).padStart(2, '0')}`
      return `T1,${at},${i},${state},5/1/2026 08:50,${owner},${group},${prio},${site}`
    }),
  ].join('\n')

describe('snapshots become', () => {
  test.each([
    [
      'a report at the instant that the log gives, and a state at its row',
      ['0 New', '10 Active', '60 Resolved', '90 Closed'],
      ['-10 reported', '10 acknowledged', '60 resolved', '90 closed'],
    ],
    ['a state at the first row', ['0 Resolved', '90 Closed'], ['-10 reported', '0 resolved', '90 closed']],
    [
      'an acknowledgement at the first owner',
      ['0 New', '5 New ann', '10 Active ann'],
      ['-10 reported', '5 acknowledged'],
    ],
    ['an acknowledgement at the first row, where it has an owner', ['0 New ann'], ['-10 reported', '0 acknowledged']],
    ['an acknowledgement once', ['0 Active', '10 New', '20 Active', '30 Active'], ['-10 reported', '0 acknowledged']],
    [
      'an acknowledgement and a resolution of one row, in this order',
      ['0 New', '30 Resolved ann'],
      ['-10 reported', '30 acknowledged', '30 resolved'],
    ],
    [
      'a pause and its end',
      ['0 Active', '10 Waiting', '40 Active'],
      ['-10 reported', '0 acknowledged', '10 paused reason=waiting-client', '40 resumed'],
    ],
    [
      'a pause of another reason in place of the first',
      ['0 Active', '10 Waiting', '20 Vendor', '30 Vendor', '40 Active'],
      [
        '-10 reported',
        '0 acknowledged',
        '10 paused reason=waiting-client',
        '20 paused reason=waiting-third-party',
        '40 resumed',
      ],
    ],
    [
      'a pause that the resolution ends',
      ['0 Active', '10 Waiting', '40 Resolved'],
      ['-10 reported', '0 acknowledged', '10 paused reason=waiting-client', '40 resolved'],
    ],
    [
      'a pause of a new ticket',
      ['0 New', '10 Waiting', '40 New'],
      ['-10 reported', '10 paused reason=waiting-client', '40 resumed'],
    ],
    [
      'a reopening, and a second resolution',
      ['0 Active', '10 Resolved', '20 Active', '30 Resolved'],
      ['-10 reported', '0 acknowledged', '10 resolved', '20 reopened', '30 resolved'],
    ],
    [
      'a reopening into a pause',
      ['0 Resolved', '20 Waiting', '30 Active'],
      ['-10 reported', '0 resolved', '20 reopened', '20 paused reason=waiting-client', '30 resumed', '30 acknowledged'],
    ],
    [
      'a reopening of a closed ticket',
      ['0 Resolved', '10 Closed', '20 Active', '30 Closed'],
      ['-10 reported', '0 resolved', '10 closed', '20 reopened', '20 acknowledged', '30 closed'],
    ],
    [
      'a reopening that is resolved at once',
      ['0 Resolved', '10 Closed', '20 Resolved'],
      ['-10 reported', '0 resolved', '10 closed', '20 reopened', '20 resolved'],
    ],
    ['a closure without a resolution', ['0 New', '10 Closed'], ['-10 reported', '10 closed']],
    ['a cancellation', ['0 New', '10 Cancelled'], ['-10 reported', '10 cancelled']],
    ['nothing of a state that is ignored', ['0 New', '10 Draft', '20 New'], ['-10 reported']],
    [
      'an assignment at each change of group, none where it is left empty',
      ['0 New ? a', '10 New ? a', '20 New ? ?', '30 New ? a', '40 New ? b'],
      ['-10 reported', '0 assigned', '40 assigned'],
    ],
    [
      'a new priority, with what holds',
      ['0 New ? ? Low', '10 New ? ? High'],
      ['-10 reported priority=P3', '10 prioritised priority=P1'],
    ],
    [
      'a new class, with what changed',
      ['0 New ? ? Low hq', '10 New ? ? Low branch'],
      ['-10 reported priority=P3 site=hq', '10 reclassified site=branch'],
    ],
    [
      'no change where a value is left empty',
      ['0 New ? ? Low hq', '10 New ? ? ? ?', '20 New ? ? Low hq'],
      ['-10 reported priority=P3 site=hq'],
    ],
    ['a priority that was not known', ['0 New', '10 New ? ? High'], ['-10 reported', '10 prioritised priority=P1']],
    [
      'a priority that changes before the state of the same row',
      ['0 Active ? ? Low', '10 Resolved ? ? High'],
      ['-10 reported priority=P3', '0 acknowledged', '10 prioritised priority=P1', '10 resolved'],
    ],
  ])('%s', (_, rows, events) => {
    const translated = translate(SNAPSHOTS, log(...rows))
    expect(story(translated)).toEqual(events)
    expect(translated.counts).toMatchObject({
      in: rows.length,
      used: rows.length,
      rejected: 0,
      tickets: 1,
      out: events.length,
    })
  })

  test('events that keep their order in a record, though many bear one minute', () => {
    const translated = translate(SNAPSHOTS, log('0 New', '0 Active', '0 Waiting', '0 Active', '0 Resolved', '0 Active'))
    const lines = [EVENT_FILE_COLUMNS.join(','), ...[...translated.events()].map((fields) => fields.join(','))]
    const read = readEvents(`${lines.join('\n')}\n`)
    expect(read.ok && read.record.history('T1')?.events.map((event) => event.event)).toEqual([
      'reported',
      'acknowledged',
      'paused',
      'resumed',
      'resolved',
      'reopened',
    ])
  })

  test('a report no later than the first row, and a warning', () => {
    const late = log('0 New', '10 Active').replaceAll('5/1/2026 08:50', '5/1/2026 09:05')
    const translated = translate(SNAPSHOTS, late)
    expect(story(translated)).toEqual(['0 reported', '10 acknowledged'])
    expect(translated.warnings).toMatchObject([{ code: 'report-after-first-row', count: 1, lines: [2] }])
  })

  test('ordered by number where the order column is a number', () => {
    const rows = [10, 9, 8].map(
      (count, i) => `T1,5/1/2026 09:00,${count},${['Resolved', 'Active', 'New'][i]},?,?,?,?,?`,
    )
    expect(story(translate(SNAPSHOTS, [HEAD, ...rows].join('\n')))).toEqual([
      '0 reported',
      '0 acknowledged',
      '0 resolved',
    ])
  })

  test('in the order of time where the order column says otherwise', () => {
    const rows = ['T1,5/1/2026 09:10,1,Active,?,?,?,?,?', 'T1,5/1/2026 09:00,7,New,?,?,?,?,?']
    expect(story(translate(SNAPSHOTS, [HEAD, ...rows].join('\n')))).toEqual(['0 reported', '10 acknowledged'])
  })

  test('links, merges and ratings at the row that first shows them', () => {
    const mapping = mappingOf(`
shape: snapshots
ticket: number
at: updated
state: state
states: { New: reported, Done: resolved }
columns: { parent: parent, score: score, actor: by }
`)
    const source = `number,updated,state,parent,score,by
T1,2026-01-05T09:00:00Z,New,P9,,ann
T1,2026-01-05T09:10:00Z,Done,P9,,bob
T1,2026-01-05T09:20:00Z,Done,P9,4,ann
`
    expect(story(translate(mapping, source))).toEqual([
      '0 reported actor=ann',
      '0 linked actor=ann parent=P9',
      '10 resolved actor=bob',
      '20 rated actor=ann score=4',
    ])
  })
})

describe('rows of a foreign log that cannot be used', () => {
  test.each([
    ['no ticket', '?,5/1/2026 09:00,0,New,?,?,?,?,?', 'missing-value'],
    ['no date', 'T1,?,0,New,?,?,?,?,?', 'missing-value'],
    ['a date of another format', 'T1,2026-01-05 09:00,0,New,?,?,?,?,?', 'not-an-instant'],
    ['a date that does not exist', 'T1,30/2/2026 09:00,0,New,?,?,?,?,?', 'impossible-date'],
    ['a false date of opening', 'T1,5/1/2026 09:00,0,New,31/4/2026 09:00,?,?,?,?', 'impossible-date'],
    ['a state that the mapping does not know', 'T1,5/1/2026 09:00,0,-100,?,?,?,?,?', 'unknown-state'],
    ['no state', 'T1,5/1/2026 09:00,0,?,?,?,?,?,?', 'missing-value'],
    ['fields too few', 'T1,5/1/2026 09:00,0,New', 'field-count'],
  ])('are rejected with line and reason: %s', (_, row, code) => {
    const translated = translate(SNAPSHOTS, `${HEAD}\n${row}\nT2,5/1/2026 09:00,0,New,?,?,?,?,?\n`)
    expect(translated.rejected).toMatchObject([{ line: 2, code }])
    expect(translated.counts).toMatchObject({ in: 2, used: 1, rejected: 1, tickets: 1, out: 1 })
  })

  test('are counted once where they repeat another', () => {
    const row = 'T1,5/1/2026 09:00,0,New,?,?,?,?,?'
    const translated = translate(SNAPSHOTS, `${HEAD}\n${row}\n${row}\n`)
    expect(translated.counts).toMatchObject({ in: 2, used: 1, duplicates: 1 })
    expect(translated.warnings).toMatchObject([{ code: 'duplicate-row', count: 1, lines: [3] }])
  })

  test('are none where only a value is unknown, which is kept and said', () => {
    const translated = translate(SNAPSHOTS, log('0 New ? ? Urgent'))
    expect(story(translated)).toEqual(['-10 reported priority=Urgent'])
    expect(translated.warnings).toMatchObject([{ code: 'unmapped-value', count: 1 }])
  })

  test.each([
    ['a column that the mapping needs', 'number,updated,count,state,opened,owner,group,prio\n', 'missing-column'],
    ['the delimiter', `${HEAD.replaceAll(',', ';')}\n`, 'wrong-delimiter'],
    ['everything', '', 'empty-file'],
  ])('make no log where the file lacks %s', (_, source, code) => {
    const translator = translateLog(SNAPSHOTS)
    translator.write(source)
    expect(translator.end()).toMatchObject({ ok: false, fault: { code } })
  })

  test('columns that the mapping does not name are of no interest', () => {
    const mapping = mappingOf('shape: events\nticket: nr\nat: d\ncolumns: { event: e }\n')
    expect(translate(mapping, 'x,nr,y,d,e\n1,T1,2,2026-01-05T09:00:00Z,reported\n').warnings).toEqual([])
  })
})

describe('a log of events', () => {
  const EVENTS = mappingOf(`
shape: events
format: csv
delimiter: ";"
encoding: windows-1252
timeZone: Europe/Paris
dateFormat: ["DD/MM/YYYY HH:mm:ss", "DD/MM/YYYY HH:mm"]
ticket: "Réf"
at: Date
columns: { event: Statut, priority: Priorité, text: Commentaire }
constants: { party: provider }
states: { Nouveau: reported, "En cours": acknowledged, "En attente": { paused: waiting-client }, Reprise: resumed, "Résolu": resolved, Note: ignored }
`)

  test('is read with its delimiter, encoding and dates', () => {
    const text =
      'Réf;Date;Statut;Priorité;Commentaire\r\nT1;05/01/2026 10:00;Nouveau;P1;"a;b"\r\nT1;05/01/2026 10:05:30;En cours;;\r\nT1;05/01/2026 10:30;En attente;;réponse\r\nT1;05/01/2026 10:40;Note;;\r\nT1;05/01/2026 11:00;Résolu;;\r\n'
    const bytes = Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
    const translated = translate(EVENTS, bytes)
    expect(story(translated, ['reason', 'priority', 'party', 'text'])).toEqual([
      '0 reported priority=P1 party=provider text=a;b',
      '5.5 acknowledged party=provider',
      '30 paused reason=waiting-client party=provider text=réponse',
      '60 resolved party=provider',
    ])
    expect(translated.counts).toEqual({ in: 5, used: 4, ignored: 1, duplicates: 0, rejected: 0, tickets: 1, out: 4 })
    expect(translated.warnings).toMatchObject([{ code: 'ignored-row', count: 1 }])
  })

  test('whose states are our events already needs no list of them', () => {
    const mapping = mappingOf(
      'shape: events\nticket: nr\nat: d\norder: [s]\ncolumns: { event: e, id: i, recordedAt: r, corrects: c }\n',
    )
    const translated = translate(
      mapping,
      'nr,d,s,e,i,r,c\nT1,2026-01-05T09:00:00Z,2,acknowledged,b,,\nT1,2026-01-05T09:00:00Z,1,reported,a,2026-01-05T10:00:00Z,\nT1,2026-01-05T09:30:00Z,3,,w,,b\nT1,2026-01-05T09:30:00Z,4,none,,,\nT1,2026-01-05T09:30:00Z,5,closed,,never,\n',
    )
    expect(story(translated, ['id', 'seq', 'recordedAt', 'corrects'])).toEqual([
      '0 reported id=a recordedAt=2026-01-05T10:00:00.000Z',
      '0 acknowledged id=b seq=1',
      '30  id=w seq=2 corrects=b',
    ])
    expect(translated.rejected).toMatchObject([
      { line: 5, code: 'unknown-event' },
      { line: 6, code: 'not-an-instant' },
    ])
  })

  test('takes what happens once from its column, at the earliest instant', () => {
    const mapping = mappingOf(
      'shape: events\nticket: nr\nat: d\ncolumns: { event: e, priority: p }\nstates: { go: acknowledged }\nonce: { reported: o }\n',
    )
    const translated = translate(
      mapping,
      'nr,d,e,o,p\nT1,2026-01-05T09:10:00Z,go,2026-01-05T09:00:00Z,P1\nT1,2026-01-05T09:20:00Z,go,2026-01-05T08:00:00Z,P1\n',
    )
    expect(story(translated)).toEqual([
      '-60 reported priority=P1',
      '10 acknowledged priority=P1',
      '20 acknowledged priority=P1',
    ])
  })

  test('may be JSON Lines', () => {
    const mapping = mappingOf('shape: events\nticket: nr\nat: d\ncolumns: { event: e, minutes: m }\n')
    const translated = translate(mapping, '{"nr":"T1","d":"2026-01-05T09:00:00Z","e":"worked","m":1.50}\n')
    expect(story(translated, ['minutes'])).toEqual(['0 worked minutes=1.50'])
  })
})

test('the order of the rows of a log leaves no trace', () => {
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom('A', 'B'),
      fc.nat(3),
      fc.nat(2),
      fc.constantFrom('New', 'Active', 'Waiting', 'Resolved', '-100'),
      fc.constantFrom('?', 'a'),
      fc.constantFrom('High', 'Low'),
    ),
    { maxLength: 15 },
  )
  const text = (drawn: readonly (readonly [string, number, number, string, string, string])[]) =>
    [
      HEAD,
      ...drawn.map(
        ([ticket, minute, count, state, owner, prio]) =>
          `${ticket},5/1/2026 09:0${minute},${count},${state},5/1/2026 08:50,${owner},${owner},${prio},?`,
      ),
    ].join('\n')
  fc.assert(
    fc.property(
      rows.chain((drawn) => fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length }))),
      ([drawn, shuffled]) => {
        const [one, other] = [translate(SNAPSHOTS, text(drawn)), translate(SNAPSHOTS, text(shuffled))]
        expect([...other.events()]).toEqual([...one.events()])
        expect([...one.events()]).toEqual([...one.events()])
        expect(other.counts).toEqual(one.counts)
      },
    ),
    { numRuns: 400 },
  )
})

describe('the mapping of the public ServiceNow log', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../contracts/servicenow-log/mapping.yaml'), 'utf8')
  const read = readMapping(source)
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message.en).join('; '))
  const columns =
    'number,incident_state,sys_mod_count,opened_at,sys_updated_by,sys_updated_at,contact_type,location,category,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to'
  const row = (at: string, count: number, state: string, assignee = '?', priority = '3 - Moderate') =>
    `X1,${state},${count},29/2/2016 08:00,Updated by 1,${at},Phone,Location 1,Category 1,?,2 - Medium,2 - Medium,${priority},Group 1,${assignee}`
  const told = (...rows: string[]) => {
    const translated = translate(read.mapping, [columns, ...rows].join('\n'))
    return {
      events: [...translated.events()].map((fields) => `${fields[1]} ${fields[2]}${fields[6] ? ` ${fields[6]}` : ''}`),
      translated,
    }
  }

  test('reads São Paulo days, not padded, and the first assignee as the acknowledgement', () => {
    const { events } = told(
      row('29/2/2016 08:10', 0, 'New'),
      row('29/2/2016 09:00', 1, 'New', 'Resolver 1'),
      row('1/3/2016 10:00', 2, 'Resolved', 'Resolver 1'),
    )
    expect(events).toEqual([
      '2016-02-29T11:00:00.000Z reported',
      '2016-02-29T11:10:00.000Z assigned',
      '2016-02-29T12:00:00.000Z acknowledged',
      '2016-03-01T13:00:00.000Z resolved',
    ])
  })

  test('orders one minute by the update counter', () => {
    const { events } = told(
      row('29/2/2016 08:10', 2, 'Resolved'),
      row('29/2/2016 08:10', 1, 'Awaiting Vendor'),
      row('29/2/2016 08:10', 0, 'New'),
    )
    expect(events.map((event) => event.split(' ').slice(1).join(' '))).toEqual([
      'reported',
      'assigned',
      'paused waiting-third-party',
      'resolved',
    ])
  })

  test('rejects the state -100 and goes on', () => {
    const { events, translated } = told(
      row('29/2/2016 08:10', 0, 'Active'),
      row('29/2/2016 08:20', 1, '-100'),
      row('29/2/2016 08:30', 2, 'Resolved'),
    )
    expect(translated.rejectedByReason).toEqual({ 'unknown-state': 1 })
    expect(events.at(-1)).toBe('2016-02-29T11:30:00.000Z resolved')
  })

  test('translates the priorities of the log', () => {
    const { translated } = told(row('29/2/2016 08:10', 0, 'New'), row('29/2/2016 08:20', 1, 'New', '?', '1 - Critical'))
    const priorities = [...translated.events()].map((fields) => fields[EVENT_FILE_COLUMNS.indexOf('priority')])
    expect(priorities).toEqual(['P3', '', 'P1'])
    expect(translated.warnings).toEqual([])
  })
})
