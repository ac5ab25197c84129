export interface ExampleConfig {
  /** Of the sandbox: its outbox is where the codes arrive. */
  readonly controlUrl?: string
  readonly userPoolClientId?: string
}

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
  return {
    ...('hostedUiOrigin' in config && { hostedUi }),
    ...config,
    ...('controlUrl' in config &&
      typeof config.controlUrl === 'string' && { controlUrl: config.controlUrl }),
  }
}

function reasonIn(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'message' in answer
    ? String(answer.message)
    : undefined
}
