import { numberIn, poolSrp, Srp, srpHelper } from './libraries.ts'
import { N } from './numbers.ts'

interface Credentials {
  readonly username: string
  readonly password: string
  readonly poolId: string
}

interface Proof {
  readonly signature: string
  readonly timestamp: string
}

/** A sign-in that has chosen its A and waits for the challenge. */
export interface Attempt {
  /** Hex, as the library sends it. */
  readonly A: string
  prove(parameters: Readonly<Record<string, string>>): Proof | Promise<Proof>
}

/** Starts with an `a` of its own, or with the one that is given. */
export type SrpClient = (credentials: Credentials, a?: bigint) => Attempt

export function poolNameOf(poolId: string): string {
  return poolId.split('_')[1] ?? ''
}

const cognitoSrpHelper: SrpClient = ({ username, password, poolId }, a) => {
  const own = srpHelper.createSrpSession(username, password, poolId, false)
  const session = a === undefined ? own : { ...own, ...forcedKey('cognito-srp-helper', a) }
  return {
    A: session.largeA,
    prove(ChallengeParameters) {
      const signed = srpHelper.signSrpSession(session, { ChallengeParameters })
      return { signature: signed.passwordSignature, timestamp: signed.timestamp }
    },
  }
}

const awsCognitoSrpClient: SrpClient = ({ password, poolId }, a) => {
  const srp = new Srp(poolId)
  let A = srp.getA()
  if (a !== undefined) {
    srp.a = numberIn('aws-cognito-srp-client', a)
    srp.A = srp.g.modPow(srp.a, srp.N)
    A = srp.A.toString(16)
  }
  return {
    A,
    prove: ({ USER_ID_FOR_SRP = '', SRP_B = '', SALT = '', SECRET_BLOCK = '' }) =>
      srp.getSignature(USER_ID_FOR_SRP, SRP_B, SALT, SECRET_BLOCK, password),
  }
}

const amazonUserPoolSrpClient: SrpClient = ({ password, poolId }, a) => {
  const poolName = poolNameOf(poolId)
  const srp = new poolSrp.SRPClient(poolName)
  if (a !== undefined) {
    srp.generateRandomSmallA = () => {
      srp.smallAValue = numberIn('amazon-user-pool-srp-client', a)
      return a.toString(16)
    }
  }
  return {
    A: srp.calculateA(),
    prove({ USER_ID_FOR_SRP = '', SRP_B = '', SALT = '', SECRET_BLOCK = '' }) {
      const key = srp.getPasswordAuthenticationKey(USER_ID_FOR_SRP, password, SRP_B, SALT)
      const timestamp = poolSrp.getNowString()
      const signature = poolSrp.calculateSignature(
        key,
        poolName,
        USER_ID_FOR_SRP,
        SECRET_BLOCK,
        timestamp,
      )
      return { signature, timestamp }
    },
  }
}

function forcedKey(library: string, a: bigint) {
  const [base, modulus] = [numberIn(library, 2n), numberIn(library, N)]
  return {
    smallA: a.toString(16),
    largeA: base.modPow(numberIn(library, a), modulus).toString(16),
  }
}

export const srpClients: Readonly<Record<string, SrpClient>> = {
  'cognito-srp-helper': cognitoSrpHelper,
  'aws-cognito-srp-client': awsCognitoSrpClient,
  'amazon-user-pool-srp-client': amazonUserPoolSrpClient,
}
