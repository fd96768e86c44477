import type { Contract } from '@vigie/engine'

type Chapters = Contract['chapters']
type Commitments = Contract['commitments']

/** The clauses of a contract, by the names that the chapters of its document give them. */
export type Scope = NonNullable<Chapters['scope']>
export type ScopeRule = NonNullable<Scope['rules']>[number]
export type Registers = NonNullable<Scope['registers']>
export type Control = NonNullable<Commitments['controls']>[number]
export type Penalty = NonNullable<Commitments['penalties']>[number]
export type ServiceExpression = NonNullable<Commitments['services']>[number]['expression']
export type Governance = NonNullable<Chapters['governance']>
export type Exit = NonNullable<Chapters['exit']>
export type Evolution = NonNullable<Chapters['evolution']>
export type Pricing = NonNullable<Evolution['pricing']>
