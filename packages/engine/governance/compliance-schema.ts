import * as z from 'zod'
import { duration } from '../base/clause/civil-time.ts'
import { country } from '../base/clause/codes.ts'
import type { Form } from '../base/clause/forms.ts'
import { declared, identifier, oneOrMany, reference, text } from '../base/clause/identifiers.ts'
import { statedItem } from '../base/clause/stated-item.ts'

const item = () => statedItem().exactOptional()

const processing = z.strictObject({
  clause: identifier().exactOptional(),
  role: z
    .enum(['processor', 'controller', 'joint-controllers'])
    .exactOptional()
    .describe('What the provider is for these data. Default: processor (sous-traitant au sens du RGPD).'),
  purposes: z.array(text()).min(1).exactOptional().describe('Nature and purposes of the processing.'),
  categories: z.array(text()).min(1).exactOptional().describe('Categories of personal data.'),
  people: z.array(text()).min(1).exactOptional().describe('Categories of persons concerned.'),
  instructions: item().describe('GDPR 28(3)(a): on documented instructions only.'),
  confidentiality: item().describe('GDPR 28(3)(b): persons bound to confidentiality.'),
  security: item().describe('GDPR 28(3)(c): security of processing.'),
  subProcessors: item().describe('GDPR 28(3)(d): conditions for other processors.'),
  dataSubjects: item().describe('GDPR 28(3)(e): help to answer the persons concerned.'),
  assistance: item().describe('GDPR 28(3)(f): help with articles 32 to 36.'),
  returnOrErase: item().describe('GDPR 28(3)(g): return or erasure, at the client’s choice.'),
  audit: item().describe('GDPR 28(3)(h): information and audits.'),
  retention: z.union([duration(), text()]).exactOptional().describe('How long the data are kept: P3Y, or a rule.'),
  breachNotice: duration().exactOptional().describe('Time to tell the client of a breach: PT24H.'),
})

/** `none`: the services touch no personal data. */
export const PersonalData = z.union([z.literal('none'), processing], 'processing-of-personal-data' satisfies Form)

export const SecurityTerms = z.strictObject({
  clause: identifier().exactOptional(),
  incidentNotice: duration().exactOptional().describe('Time to tell the client of a security incident: PT24H.'),
  plan: text().exactOptional().describe('The security plan (PAS): its document.'),
  logsKept: duration().exactOptional().describe('How long logs are kept: P12M.'),
})

export const AuditTerms = z.strictObject({
  clause: identifier().exactOptional(),
  right: z.boolean().describe('Whether the client may audit the provider.'),
  notice: duration().exactOptional(),
  every: duration().exactOptional().describe('At most once in this time: P12M.'),
  cost: z.enum(['client', 'provider', 'each-its-own']).exactOptional(),
})

export const Subcontractor = z.strictObject({
  id: declared('subcontractor'),
  name: text(),
  service: text().describe('What it does.'),
  country: country(),
  approval: z.enum(['prior', 'notified']).exactOptional().describe('Approved beforehand by the client, or notified.'),
})

export const RaciRow = z.strictObject({
  activity: text(),
  responsible: oneOrMany(reference('role')),
  accountable: reference('role'),
  consulted: oneOrMany(reference('role')).exactOptional(),
  informed: oneOrMany(reference('role')).exactOptional(),
})

/** Items of a contract with a financial entity: Regulation (EU) 2022/2554 (DORA), article 30. */
export const DoraItems = z.strictObject({
  services: item().describe('30(2)(a): services, and conditions of subcontracting.'),
  locations: item().describe('30(2)(b): places of services and data.'),
  dataProtection: item().describe('30(2)(c): availability, authenticity, integrity, confidentiality of data.'),
  dataAccess: item().describe('30(2)(d): access, recovery and return of data.'),
  serviceLevels: item().describe('30(2)(e): service levels.'),
  incidentAssistance: item().describe('30(2)(f): help in an incident, at no extra or a set cost.'),
  authorities: item().describe('30(2)(g): cooperation with the authorities.'),
  termination: item().describe('30(2)(h): rights of termination and notice.'),
  training: item().describe('30(2)(i): security awareness programmes and training.'),
  targets: item().describe('30(3)(a): full service levels with quantitative targets.'),
  reporting: item().describe('30(3)(b): notice periods and reporting duties.'),
  continuity: item().describe('30(3)(c): contingency plans, tested; security measures.'),
  penetrationTests: item().describe('30(3)(d): part in threat-led penetration tests.'),
  audit: item().describe('30(3)(e): right to monitor, access, inspect, audit.'),
  exit: item().describe('30(3)(f): exit strategy with a mandatory, adequate transition period.'),
})
