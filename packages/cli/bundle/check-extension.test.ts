import { describe, expect, it } from 'vitest'
import { composed, factsFrom, signed, smallEvents, testSigner } from '../testing/small-bundle.ts'
import { bundleContent, textOf } from './bundle-content.ts'
import { memoryFile } from './bundle-file.ts'
import { checkExtension } from './check-extension.ts'

const provider = testSigner('provider.example', 'seal')
const rows = smallEvents.trimEnd().split('\n')
const more = 'T3,2026-10-07T10:00:00+02:00,reported,,,,\n'

/** What a record of these rows is to one of those, with the earlier folder or with its checkpoint alone. */
function compared(now: string, before: string, alone = false) {
  const [later, earlier] = [now, before].map((text) => inMemory(text))
  if (later === undefined || earlier === undefined) throw new Error('bundles of a test')
  const checkpoint = textOf(earlier, 'checkpoint')
  const seal = alone ? { checkpoint } : { checkpoint, content: bundleContent(earlier) }
  return checkExtension(bundleContent(later), 'vigie/CTR-SMALL', seal, [provider.verifier])
}

describe('a record that does not extend an earlier one', () => {
  it.each<[string, string, object]>([
    ['an entry removed', without(2), { line: 2, entry: 1, message: { en: expect.stringMatching(/is missing/) } }],
    ['an entry changed', smallEvents.replace('10:00:00', '10:01:00'), { line: 3, entry: 2 }],
    ['an entry put before', `${smallEvents}T0,2026-10-05T08:00:00+02:00,reported,,,,\n`, { line: 1, entry: 0 }],
    [
      'an entry at the end, where the manifest was',
      `${smallEvents}${more}`,
      { file: 'seals.jsonl', line: 1, entry: 4 },
    ],
  ])('names the first place: %s', (_, now, expected) => {
    expect(compared(now, smallEvents)).toMatchObject({ code: 'not-an-extension', file: 'events.jsonl', ...expected })
    const alone = compared(now, smallEvents, true)
    expect(alone).toMatchObject({ code: 'not-an-extension' })
    expect(alone).not.toHaveProperty('line')
  })

  it('the same record extends itself', () => {
    expect(compared(smallEvents, smallEvents)).toBeUndefined()
    expect(compared(smallEvents, smallEvents, true)).toBeUndefined()
  })

  it.each<[string, Parameters<typeof checkExtension>[1], string | undefined, string]>([
    ['another log', 'vigie/OTHER', undefined, 'other-origin'],
    ['a checkpoint of another form', 'vigie/CTR-SMALL', 'nothing', 'checkpoint-form'],
    ['a checkpoint that nobody signed', 'vigie/CTR-SMALL', 'unsigned', 'signature-missing'],
  ])('nor is the seal of %s an earlier one', (_, origin, replaced, code) => {
    const files = inMemory(smallEvents)
    const checkpoint = textOf(files, 'checkpoint')
    const stranger = testSigner('stranger.example', 'seal')
    const body = checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1)
    const given =
      replaced === undefined ? checkpoint : replaced === 'unsigned' ? `${body}\n${stranger.line(body)}` : replaced
    expect(checkExtension(bundleContent(files), origin, { checkpoint: given }, [provider.verifier])).toMatchObject({
      code,
    })
  })
})

function without(row: number): string {
  return `${rows.toSpliced(row, 1).join('\n')}\n`
}

function inMemory(events: string) {
  const bytes = signed(composed(factsFrom(events)), provider)
  return new Map([...bytes].map(([file, content]) => [file, memoryFile(content)]))
}
