import { invalidParameter, userNotFound } from '../errors.ts'
import { fakeSrpUser } from '../pool/fake-user.ts'
import { openSession } from '../pool/sessions.ts'
import { findUser } from '../pool/users.ts'
import { bytesToInteger } from '../srp/bytes.ts'
import { N } from '../srp/group.ts'
import { serverPublicKey } from '../srp/server.ts'
import { type AuthFlow, requireParameter } from './auth-flow.ts'

export const userSrpAuth: AuthFlow = (context, parameters) => {
  const { state, random } = context
  if (!state.options.ExplicitAuthFlows.includes('ALLOW_USER_SRP_AUTH')) {
    throw invalidParameter('USER_SRP_AUTH is not enabled for the client.')
  }
  const username = requireParameter(parameters, 'USERNAME')
  const A = readPublicKey(requireParameter(parameters, 'SRP_A'))
  const user = findUser(state, username)
  if (!user && state.options.PreventUserExistenceErrors === 'LEGACY') throw userNotFound()
  const fake = fakeSrpUser(state, username)
  const salt = user?.password?.salt ?? fake.salt
  const verifier = user?.password ? BigInt(`0x${user.password.verifier}`) : fake.verifier
  const userIdForSrp = user?.username ?? fake.userId
  const b = bytesToInteger(random(32))
  const B = serverPublicKey(verifier, b)
  const secretBlock = openSession(context, {
    challenge: 'PASSWORD_VERIFIER',
    sub: user?.sub,
    username,
    userIdForSrp,
    A,
    B,
    b,
  })
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: B.toString(16),
      USERNAME: userIdForSrp,
      USER_ID_FOR_SRP: userIdForSrp,
    },
  }
}

/** Any A that is 0 mod N would make the shared secret 0 without the password. */
const readPublicKey = (hex: string): bigint => {
  const A = /^[0-9a-fA-F]{1,1024}$/.test(hex) ? BigInt(`0x${hex}`) : 0n
  if (A % N === 0n) throw invalidParameter('Invalid SRP_A')
  return A
}
