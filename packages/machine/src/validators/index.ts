/**
 * The payload of each action as a Standard Schema (https://standardschema.dev), for form libraries.
 *
 * @packageDocumentation
 */
export type { FieldProblem, ProblemKey } from '../forms/checks/field-problem.ts'
export type { PhoneCountry } from '../forms/phone/phone-country.ts'
export type { InputAction, PayloadOf } from './payload-types.ts'
export type { SchemaIssue, SchemaResult, StandardSchema } from './standard-schema.ts'
export {
  type ValidatorInput,
  type ValidatorIssue,
  type ValidatorOptions,
  validatorOf,
} from './validator-of.ts'
