import type { UserPoolConfig } from '@authchart/machine'

/** A file is read: `createAuth` checks what is in it. */
export type ExampleConfig = UserPoolConfig

/** The buttons of this app. The sandbox's line only says where its hosted UI is. */
const hostedUi = { providers: ['Google', 'Facebook', 'LoginWithAmazon', 'SignInWithApple'] }

/**
 * The configuration the server of this page was started with. `createAuth` checks what it needs.
 *
 * @throws Error that says why there is none.
 */
export async function loadConfig(): Promise<ExampleConfig> {
  const response = await fetch('/auth-config.json')
  const config: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new Error(reasonIn(config) ?? `It answered ${response.status}.`)
  if (typeof config !== 'object' || config === null) throw new Error('It is not a JSON object.')
  const found = config as ExampleConfig
  return { ...(found.hostedUiOrigin !== undefined && { hostedUi }), ...found }
}

function reasonIn(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'message' in answer
    ? String(answer.message)
    : undefined
}
