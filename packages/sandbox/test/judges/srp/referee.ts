import { SRPClientSession, SRPParameters, SRPRoutines, SRPServerSession } from 'tssrp6a'
import { type Attempt, poolNameOf, type SrpClient } from './clients.ts'
import { g, k, N, scrambler, sha256, signature, toBytes, toNumber } from './numbers.ts'

const toBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** tssrp6a with Cognito's own variants: k, u, x, and integers in as few bytes as they need. */
class CognitoRoutines extends SRPRoutines {
  private readonly poolName: string
  private readonly privateValue: bigint

  constructor(poolName: string, privateValue: bigint) {
    super(new SRPParameters({ N, g }, SRPParameters.H.SHA256))
    this.poolName = poolName
    this.privateValue = privateValue
  }

  override generatePrivateValue = () => this.privateValue

  override computeK = async () => k

  override computeU = async (A: bigint, B: bigint) => scrambler(A, B)

  override computeIdentityHash = async (identity: string, password: string) =>
    toBuffer(sha256(`${this.poolName}${identity}:${password}`))

  override computeXStep2 = async (salt: bigint, identityHash: ArrayBuffer) =>
    toNumber(sha256(toBytes(salt), new Uint8Array(identityHash)))

  override computeX = async (identity: string, salt: bigint, password: string) =>
    this.computeXStep2(salt, await this.computeIdentityHash(identity, password))
}

const hexOf = (parameters: Readonly<Record<string, string>>, name: string) =>
  BigInt(`0x${parameters[name]}`)

const weekdays = /^(\w{3}), 0?(\d+) (\w{3}) (\d{4}) ([\d:]{8}) GMT$/

/** tssrp6a as one more client. */
export const refereeClient: SrpClient = ({ password, poolId }, a = 1n): Attempt => {
  const routines = new CognitoRoutines(poolNameOf(poolId), a)
  const A = routines.computeClientPublicValue(a)
  return {
    A: A.toString(16),
    async prove(parameters) {
      const B = hexOf(parameters, 'SRP_B')
      const first = await new SRPClientSession(routines).step1(
        parameters.USER_ID_FOR_SRP ?? '',
        password,
      )
      const { S } = await first.step2(hexOf(parameters, 'SALT'), B)
      const timestamp = new Date().toUTCString().replace(weekdays, '$1 $3 $2 $5 UTC $4')
      const claim = signature({ S, u: scrambler(A, B) }, poolNameOf(poolId), parameters, timestamp)
      return { signature: claim, timestamp }
    },
  }
}

export interface ServerInput {
  readonly poolId: string
  readonly userId: string
  readonly password: string
  readonly salt: bigint
  readonly b: bigint
  readonly A: bigint
}

/** tssrp6a as a second server: its response, and the secret that it shares with the client. */
export async function refereeServer({ poolId, userId, password, salt, b, A }: ServerInput) {
  const routines = new CognitoRoutines(poolNameOf(poolId), b)
  const verifier = routines.computeVerifier(await routines.computeX(userId, salt, password))
  const session = await new SRPServerSession(routines).step1(userId, salt, verifier)
  return { B: session.B, S: await session.sessionKey(A), u: scrambler(A, session.B) }
}
