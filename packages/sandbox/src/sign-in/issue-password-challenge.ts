import { invalidParameter } from '../errors.ts'
import type { OperationContext } from '../operation.ts'
import { fakeSrpUser } from '../pool/credentials/fake-user.ts'
import { bytesToInteger } from '../srp/bytes.ts'
import { N } from '../srp/group.ts'
import { serverPublicKey } from '../srp/server.ts'
import { openChallengeSession } from './challenge-sessions.ts'
import type { SrpExchange } from './pending-challenge.ts'
import type { SignIn } from './sign-in.ts'
import { findSignInUser } from './sign-in-user.ts'

/** Requires the SRP proof of the password. A user who does not exist gets the same challenge. */
export function issuePasswordChallenge(context: OperationContext, signIn: SignIn, srpA: string) {
  const { state } = context
  const user = findSignInUser(state, signIn)
  const fake = fakeSrpUser(state, signIn.username)
  const salt = user?.password?.salt ?? fake.salt
  const verifier = user?.password ? BigInt(`0x${user.password.verifier}`) : fake.verifier
  const userIdForSrp = user?.username ?? fake.userId
  const exchange = startExchange(context, verifier, srpA)
  const secretBlock = openChallengeSession(context, {
    challenge: 'PASSWORD_VERIFIER',
    signIn,
    userIdForSrp,
    exchange,
  })
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    // Clients of CUSTOM_AUTH and USER_AUTH return it, although the secret block is enough.
    ...((signIn.custom || signIn.choice) && { Session: secretBlock }),
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: exchange.B.toString(16),
      USERNAME: userIdForSrp,
      USER_ID_FOR_SRP: userIdForSrp,
    },
  }
}

export function startExchange(
  { random }: OperationContext,
  verifier: bigint,
  srpA: string,
): SrpExchange {
  const A = readPublicKey(srpA)
  const b = bytesToInteger(random(32))
  return { A, b, B: serverPublicKey(verifier, b) }
}

/** An A that is 0 mod N would make the shared secret 0 without the password. */
function readPublicKey(hex: string): bigint {
  const A = /^[0-9a-fA-F]{1,1024}$/.test(hex) ? BigInt(`0x${hex}`) : 0n
  if (A % N === 0n) throw invalidParameter('Invalid SRP_A')
  return A
}
