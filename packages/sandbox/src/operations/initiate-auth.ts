import type { AuthFlow } from '../auth-flows/auth-flow.ts'
import { authFlows } from '../auth-flows/index.ts'
import { invalidParameter } from '../errors.ts'
import { clientId, session, stringMap } from '../input/members.ts'
import { oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation, OperationContext } from '../operation.ts'
import { requireClientUser } from '../pool/options/client.ts'

/** Members that AdminInitiateAuth has too. */
export const initiateAuthMembers = {
  ClientId: clientId,
  AuthFlow: oneOf(
    'USER_SRP_AUTH',
    'REFRESH_TOKEN_AUTH',
    'REFRESH_TOKEN',
    'CUSTOM_AUTH',
    'ADMIN_NO_SRP_AUTH',
    'USER_PASSWORD_AUTH',
    'ADMIN_USER_PASSWORD_AUTH',
    'USER_AUTH',
  ),
  AuthParameters: optional(stringMap),
  ClientMetadata: optional(stringMap),
  Session: optional(session),
}

const input = structure(initiateAuthMembers)

export const initiateAuth: Operation = (context, request) =>
  beginSignIn(context, readInput(input, request), authFlows)

type Request = ReturnType<typeof input>

/** Starts one of the flows, for InitiateAuth or AdminInitiateAuth. */
export function beginSignIn(
  context: OperationContext,
  { ClientId, AuthFlow, AuthParameters = {}, ClientMetadata, Session }: Request,
  flows: ReadonlyMap<string, AuthFlow>,
): object | Promise<object> {
  const { USERNAME, SECRET_HASH } = AuthParameters
  requireClientUser(context.state, ClientId, USERNAME, SECRET_HASH)
  const flow = flows.get(AuthFlow)
  if (!flow) throw invalidParameter('Initiate Auth method not supported.')
  return flow({ ...context, validationData: ClientMetadata }, AuthParameters, Session)
}
