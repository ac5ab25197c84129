import type { Challenge, TotpHolder, UserPool } from '../../ports/index.ts'
import { Secret } from '../../secret.ts'
import type { CognitoCalls } from './cognito-calls.ts'

const isChallenge = (holder: TotpHolder): holder is Challenge => 'issuedAt' in holder

const identify = (holder: TotpHolder) =>
  isChallenge(holder)
    ? { Session: holder.session?.reveal() }
    : { AccessToken: holder.reveal().accessToken }

/** The challenge with the next session of the response. */
const renew = (holder: TotpHolder, session: string | undefined): Challenge | undefined =>
  isChallenge(holder)
    ? { ...holder, session: session === undefined ? holder.session : new Secret(session) }
    : undefined

/** The requests to set up an authenticator app, while signing in and afterwards. */
export function totpCalls({
  request,
}: CognitoCalls): Pick<UserPool, 'associateSoftwareToken' | 'verifySoftwareToken'> {
  return {
    async associateSoftwareToken(holder, options) {
      const answer = await request('AssociateSoftwareToken', identify(holder), options)
      return { secret: new Secret(answer.secret), challenge: renew(holder, answer.session) }
    },

    async verifySoftwareToken(holder, { code, deviceName }, options) {
      const { session } = await request(
        'VerifySoftwareToken',
        { ...identify(holder), UserCode: code.reveal(), FriendlyDeviceName: deviceName },
        options,
      )
      return renew(holder, session)
    },
  }
}
