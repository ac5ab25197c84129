import { invalidParameter } from '../errors.ts'
import type { OperationContext } from '../operation.ts'

type Responses = Readonly<Record<string, string>>

/** The answer to one challenge: the ChallengeResponses in, the next challenge or tokens out. */
export type Challenge = (
  context: OperationContext,
  responses: Responses,
) => object | Promise<object>

export const requireResponse = (responses: Responses, name: string): string => {
  const value = responses[name]
  if (!value) throw invalidParameter(`Missing required parameter ${name}`)
  return value
}
