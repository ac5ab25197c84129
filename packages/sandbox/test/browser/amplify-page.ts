import { Amplify } from 'aws-amplify'
import {
  associateWebAuthnCredential,
  confirmSignIn,
  deleteWebAuthnCredential,
  fetchAuthSession,
  listWebAuthnCredentials,
  type SignInInput,
  signIn,
  signOut,
} from 'aws-amplify/auth'
import { type CreationOptions, createAuthenticator } from '../../src/authenticator/index.ts'
import type { SandboxConfig } from '../../src/index.ts'

type PreferredChallenge = NonNullable<SignInInput['options']>['preferredChallenge']

/** What a page with stock Amplify does. Failures have the name of the error and of its cause. */
const page = {
  configure({ userPoolId, userPoolClientId, endpoint }: SandboxConfig) {
    Amplify.configure({
      Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } },
    })
  },
  signIn: (username: string, preferredChallenge?: PreferredChallenge, password?: string) =>
    stepOf(
      signIn({
        username,
        ...(password !== undefined && { password }),
        options: { authFlowType: 'USER_AUTH', ...(preferredChallenge && { preferredChallenge }) },
      }),
    ),
  confirm: (challengeResponse: string) => stepOf(confirmSignIn({ challengeResponse })),
  associate: () => outcome(associateWebAuthnCredential()),
  async list(pageSize?: number) {
    const { credentials, nextToken } = await listWebAuthnCredentials({
      ...(pageSize && { pageSize }),
    })
    return { credentials, hasMore: nextToken !== undefined }
  },
  remove: (credentialId: string) => outcome(deleteWebAuthnCredential({ credentialId })),
  refresh: () => outcome(fetchAuthSession({ forceRefresh: true })),
  signOut: () => signOut(),
  /** Registers with the software authenticator in place of the browser's. */
  register: (origin: string, options: CreationOptions) =>
    createAuthenticator({ origin }).create(options),
}

export type AmplifyPage = typeof page

declare global {
  var amplifyPage: AmplifyPage
}

globalThis.amplifyPage = page

async function stepOf(result: ReturnType<typeof signIn>) {
  try {
    const { nextStep } = await result
    const choices = 'availableChallenges' in nextStep ? nextStep.availableChallenges : undefined
    return { step: nextStep.signInStep, ...(choices && { choices: [...choices].sort() }) }
  } catch (error) {
    return { error: nameOf(error) }
  }
}

async function outcome(result: Promise<unknown>): Promise<string> {
  try {
    await result
    return 'done'
  } catch (error) {
    return nameOf(error)
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : String(error)
}
