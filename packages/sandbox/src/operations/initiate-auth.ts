import { authFlows } from '../auth-flows/index.ts'
import { invalidParameter } from '../errors.ts'
import { clientId, session, stringMap } from '../input/members.ts'
import { oneOf, optional, readInput, structure } from '../input/reader.ts'
import type { Operation } from '../operation.ts'
import { requireClientUser } from '../pool/options/client.ts'

const input = structure({
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
})

export const initiateAuth: Operation = (context, request) => {
  const {
    ClientId,
    AuthFlow,
    AuthParameters = {},
    ClientMetadata,
    Session,
  } = readInput(input, request)
  const { USERNAME, SECRET_HASH } = AuthParameters
  requireClientUser(context.state, ClientId, USERNAME, SECRET_HASH)
  const flow = authFlows.get(AuthFlow)
  if (!flow) throw invalidParameter('Initiate Auth method not supported.')
  return flow({ ...context, validationData: ClientMetadata }, AuthParameters, Session)
}
