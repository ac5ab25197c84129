import { invalidParameter } from '../errors.ts'
import type { OperationContext } from '../operation.ts'

type Parameters = Readonly<Record<string, string>>

/** One AuthFlow of InitiateAuth: takes AuthParameters and Session, returns a challenge or tokens. */
export type AuthFlow = (
  context: OperationContext,
  parameters: Parameters,
  session: string | undefined,
) => object | Promise<object>

export function requireParameter(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (!value) throw invalidParameter(`Missing required parameter ${name}`)
  return value
}
