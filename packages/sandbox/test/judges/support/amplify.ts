import { Amplify } from 'aws-amplify'
import { signOut } from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { afterEach, beforeAll, vi } from 'vitest'
import type { JudgedSandbox } from './judged-sandbox.ts'
import { useNativePowers } from './native-powers.ts'

useNativePowers()

/**
 * Points Amplify to a sandbox for the tests of a file or a `describe`: it is one object for the
 * whole process. Every test begins signed out, but keeps what Amplify knows of devices.
 */
export function useAmplify(judged: JudgedSandbox): { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  beforeAll(() => {
    // It warns of any endpoint that is not AWS's.
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { userPoolId, userPoolClientId, endpoint } = judged.config
    Amplify.configure({
      Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } },
    })
    cognitoUserPoolsTokenProvider.setKeyValueStorage({
      getItem: async (key) => items.get(key) ?? null,
      setItem: async (key, value) => void items.set(key, value),
      removeItem: async (key) => void items.delete(key),
      clear: async () => items.clear(),
    })
  })
  afterEach(() => signOut())
  return { items }
}
