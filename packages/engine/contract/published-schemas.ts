import { type JsonSchema, jsonSchemaOf } from '../base/clause/json-schema.ts'
import { AmendmentDocument } from './amendment-schema.ts'
import { ContractDocument } from './contract-schema.ts'

/** JSON Schema (2020-12) of a contract file, published as `schema/contract.v1.json`. */
export function contractJsonSchema(): JsonSchema {
  return jsonSchemaOf(ContractDocument, 'urn:vigie:schema:contract:v1', 'Vigie contract, format v1')
}

/** JSON Schema (2020-12) of an amendment file, published as `schema/amendment.v1.json`. */
export function amendmentJsonSchema(): JsonSchema {
  return jsonSchemaOf(AmendmentDocument, 'urn:vigie:schema:amendment:v1', 'Vigie amendment, format v1')
}
