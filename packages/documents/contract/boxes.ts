import type { Kind } from './anchors.ts'
import { channelName } from './channel-name.ts'
import type { Inline } from './document-model.ts'
import { code, en, fr, inlineOf, joined } from './inline.ts'
import type { Writing } from './writing.ts'

/** A box of a scope rule, or of tickets: which values of which dimension. */
export type Box = Readonly<Record<string, readonly string[] | undefined>>

const KINDS: Readonly<Record<string, Kind>> = {
  assetClass: 'asset-class',
  site: 'site',
  profile: 'profile',
  intervention: 'intervention',
  mode: 'mode',
  service: 'service',
}

const DIMENSIONS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  assetClass: ['équipements', 'assets'],
  site: ['sites', 'sites'],
  profile: ['profils', 'profiles'],
  intervention: ['interventions', 'interventions'],
  mode: ['modes', 'modes'],
  service: ['services', 'services'],
  kind: ['nature', 'kind'],
  priority: ['priorité', 'priority'],
  impact: ['impact', 'impact'],
  urgency: ['urgence', 'urgency'],
  channel: ['canal', 'channel'],
  party: ['partie', 'party'],
}

/** The order in which a sentence names the dimensions. */
const ORDER = ['intervention', 'assetClass', 'site', 'profile', 'mode']

/** `interventions : Support, Maintenance ; équipements : Serveurs`; nothing for a box without restriction. */
export function sayBox(box: Box, writing: Writing): Inline {
  const { say, language } = writing
  const names = [...ORDER.filter((name) => name in box), ...Object.keys(box).filter((name) => !ORDER.includes(name))]
  const parts = names.flatMap((name) => {
    const values = box[name]
    if (values === undefined) return []
    const said = values.map((value) => valueName(name, value, writing))
    const words = DIMENSIONS[name]
    const dimension = words === undefined ? [code(name)] : inlineOf(say(inlineOf(words[0]), inlineOf(words[1])))
    return [say(fr`${dimension} : ${joined(said, ', ')}`, en`${dimension}: ${joined(said, ', ')}`)]
  })
  return joined(parts, language === 'fr' ? '\u202f; ' : '; ')
}

function valueName(dimension: string, value: string, writing: Writing): Inline {
  if (dimension === 'channel') return inlineOf(channelName(value, writing.text))
  const kind = KINDS[dimension]
  return kind === undefined ? inlineOf(value) : [writing.name(kind, value)]
}
