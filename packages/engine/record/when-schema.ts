import * as z from 'zod'
import { oneOrMany, referenceIfDeclared, text } from '../base/clause/identifiers.ts'
import type { Column } from './event.ts'

/** Kinds of ticket (semantics, *Tickets*). */
export const TICKET_KINDS = ['incident', 'request', 'change', 'problem', 'alert'] as const

const values = () => oneOrMany(text()).exactOptional()

/** A box of tickets: any column of an event file, with the values that it may hold. */
export const When = z
  .strictObject({
    kind: oneOrMany(z.enum(TICKET_KINDS)).exactOptional(),
    priority: oneOrMany(referenceIfDeclared('priority')).exactOptional(),
    impact: oneOrMany(referenceIfDeclared('impact')).exactOptional(),
    urgency: oneOrMany(referenceIfDeclared('urgency')).exactOptional(),
    assetClass: oneOrMany(referenceIfDeclared('asset-class')).exactOptional(),
    site: oneOrMany(referenceIfDeclared('site')).exactOptional(),
    intervention: oneOrMany(referenceIfDeclared('intervention')).exactOptional(),
    service: oneOrMany(referenceIfDeclared('service')).exactOptional(),
    profile: oneOrMany(referenceIfDeclared('profile')).exactOptional(),
    mode: oneOrMany(referenceIfDeclared('mode')).exactOptional(),
    reason: values(),
    channel: values(),
    asset: values(),
    requestedFor: values(),
    parent: values(),
    into: values(),
    commitment: values(),
    actor: values(),
    party: values(),
    minutes: values(),
    billable: values(),
    score: values(),
    text: values(),
  } satisfies Record<Column, z.ZodType>)
  .meta({ id: 'When', description: 'The tickets that the clause judges; an unnamed column accepts all.' })
