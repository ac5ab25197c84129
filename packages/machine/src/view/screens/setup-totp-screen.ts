import { type AuthContext, otherFactorsOf } from '../../chart/context.ts'
import { Secret } from '../../secret.ts'
import { totpUri } from '../../totp-uri.ts'
import type { AuthSnapshot } from '../path.ts'
import type { SetupTotpForm } from '../views/forms.ts'
import { goSelectFactor, type Screen } from './screen.ts'

const accountOf = ({ username, user }: AuthContext) => user?.email ?? user?.username ?? username

/** The app is verified; only the report to Cognito is missing. */
export function isTotpVerified(snapshot: AuthSnapshot) {
  return (
    snapshot.matches({ setupTotp: 'verified' }) ||
    snapshot.matches({ setupTotp: 'submitting' }) ||
    snapshot.matches({ signedIn: { setupTotp: 'verified' } }) ||
    snapshot.matches({ signedIn: { setupTotp: 'preferring' } })
  )
}

export const setupTotpScreen = {
  show: (snapshot: AuthSnapshot) => ({
    username: accountOf(snapshot.context),
    secret: snapshot.context.totpSecret,
    setupKey: () => snapshot.context.totpSecret?.reveal(),
    setupUri: (issuer: string, label = accountOf(snapshot.context)): string | undefined =>
      snapshot.context.totpSecret &&
      totpUri(snapshot.context.totpSecret.reveal(), { issuer, label }),
    isVerified: isTotpVerified(snapshot),
    otherFactors: otherFactorsOf(snapshot.context),
    canRetry: snapshot.can({ type: 'setupTotp.retry' }),
  }),
  act: (send) => ({
    submit: ({ code, deviceName, prefer, clientMetadata }: SetupTotpForm) =>
      send({
        type: 'setupTotp.submit',
        code: new Secret(code),
        deviceName,
        prefer,
        clientMetadata,
      }),
    cancel: () => send({ type: 'setupTotp.cancel' }),
    retry: () => send({ type: 'setupTotp.retry' }),
    leave: () => send({ type: 'setupTotp.leave' }),
    goSelectFactor: goSelectFactor(send),
    goSignedIn: () => send({ type: 'go.signedIn' }),
  }),
} as const satisfies Screen
