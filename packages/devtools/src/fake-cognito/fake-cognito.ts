import { actorOf } from '@authchart/machine/xstate'
import { exchangesOf, type Outcome, outcomes, person } from '@authchart/testing'
import type { Ending } from '../fetch/ending.ts'
import type { Inspector } from '../trace/inspector.ts'
import { exampleMoment } from './example-moment.ts'

const answers = (body: object): Ending => ({
  kind: 'answer',
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body,
})

const { userId, name, email } = person
const attributes = { sub: userId, name, email, email_verified: 'false' }

/** Responses to the requests that apps send by themselves, with an example user. */
const readings = {
  GetUser: answers({
    Username: userId,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  }),
  ListDevices: answers({ Devices: [] }),
  // A user who has a passkey is offered none.
  ListWebAuthnCredentials: answers({
    Credentials: [
      {
        CredentialId: 'example-passkey',
        FriendlyCredentialName: 'Example',
        RelyingPartyId: 'localhost',
        AuthenticatorTransports: ['internal'],
        CreatedAt: 0,
      },
    ],
  }),
  GetUserAuthFactors: answers({
    Username: userId,
    ConfiguredUserAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
  }),
} as const satisfies Record<string, Ending>

const faked = new WeakSet<Inspector['auth']>()

/**
 * Answers in place of Cognito, which would reject fake tokens, until the user signs out: reads get the
 * example user, all other requests succeed.
 */
export function fakeCognito({ auth, requests }: Pick<Inspector, 'auth' | 'requests'>): void {
  if (faked.has(auth)) return
  faked.add(auth)
  const stops = [
    ...[...usual].map(([operation, outcome]) =>
      requests.answerEach(operation, (serial) => {
        return exchangesOf(outcome, exampleMoment(serial)).at(-1) ?? answers({})
      }),
    ),
    // After the others: the look for passkeys is a part of some sign-ins, and a reading, too.
    ...Object.entries(readings).map(([operation, ending]) =>
      requests.answerEach(operation, () => ending),
    ),
    ...(['signedOut', 'user.deleted'] as const).map((type) => {
      const subscription = auth.on(type, () => {
        faked.delete(auth)
        for (const stop of stops) stop()
      })
      return () => subscription.unsubscribe()
    }),
  ]
}

/** For each operation the first good answer to the actor that ends with it. */
const usual: ReadonlyMap<string, Outcome> = new Map(
  outcomes
    .filter(({ rejection }) => rejection === undefined)
    .toReversed()
    .flatMap((outcome) =>
      exchangesOf(outcome)
        .slice(-1)
        .map(({ operation }) => [operation, outcome] as const),
    ),
)

/** Whether the tokens of the current user are fake, from this page load or an earlier one. */
export function isFakeSession(auth: Inspector['auth']): boolean {
  return actorOf(auth).getSnapshot().context.user?.userId === userId
}
