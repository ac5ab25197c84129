/** The user pool and identity pool that a scripted Cognito fakes: those of the app's configuration. */
export interface ScriptedPool {
  readonly region: string
  readonly userPoolId: string
  readonly userPoolClientId: string
  readonly identityPoolId: string
}

/** A configuration for `createAuth`, with all that Cognito has. Nothing of it exists. */
export const scriptedConfig = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Scripted1',
  userPoolClientId: 'scripted-client',
  identityPoolId: 'us-east-1:5f0c1d2e-0000-4000-8000-0000000000ff',
  hostedUi: {
    domain: 'scripted.auth.us-east-1.amazoncognito.com',
    redirectSignIn: 'http://localhost/',
    redirectSignOut: 'http://localhost/',
    providers: ['Google'],
  },
} as const

/** First factors for apps that run without a browser, beside {@link scriptedConfig}. */
export const scriptedPasswordless = {
  factors: ['PASSKEY', 'PASSWORD'],
  passkeyPrompt: true,
} as const

/** What an answer is made with: whose it is, and when. */
export interface Moment {
  readonly pool: ScriptedPool
  /** The app has a pool of its own, which is not known: tokens do not say of which pool and client they are. */
  readonly isAnyPool?: true
  /** Epoch ms. */
  readonly now: number
  /** Distinguishes tokens of the same moment. */
  readonly serial: number
  /** The nonce of a sign-in through the hosted UI: the ID token has to repeat it. */
  readonly nonce: string
}

/** `iss` of its tokens. */
export function issuerOf({ region, userPoolId }: ScriptedPool): string {
  return `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`
}
