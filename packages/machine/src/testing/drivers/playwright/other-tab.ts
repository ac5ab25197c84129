import type { Page } from '@playwright/test'
import type { AuthUser } from '../../../auth-user.ts'

const tokenKeys =
  /^(CognitoIdentityServiceProvider\..*\.(idToken|accessToken|refreshToken|clockDrift|oauthMetadata|LastAuthUser)|aws-amplify-federatedInfo)$/

/** A page looks twice at a storage that is empty all of a sudden. In ms. */
const lookingTwiceMs = 130

/** What an empty page of the app's own origin is served at. */
export const blankPath = '/authchart-other-tab'

/** Another tab of the app, without the app: it does to the storage what the app would do there. */
export class OtherTab {
  readonly #app: Page
  readonly #clientId: string
  readonly #blank: string
  #page: Page | undefined
  /** So many things, to tell them from what the app says itself. */
  #said = 0

  constructor(app: Page, clientId: string, blank: string) {
    this.#app = app
    this.#clientId = clientId
    this.#blank = blank
  }

  /** Signs somebody in, or has refreshed: stores a session and says so. */
  async store(session: Readonly<Record<string, string>>): Promise<void> {
    await this.#change(session, {})
  }

  /** Signs out, for a reason if there is one. */
  async clear(reason?: { readonly code: string; readonly message: string }): Promise<void> {
    await this.#change({}, { reason })
  }

  async close(): Promise<void> {
    await this.#page?.close()
  }

  /** Resolves once the app has heard of it, and had the time to look. */
  async #change(session: Readonly<Record<string, string>>, change: object): Promise<void> {
    const tab = await this.#opened()
    const name = `authchart.${this.#clientId}`
    this.#said += 1
    const said = this.#said
    await this.#app.evaluate(listen, { name, said })
    await tab.evaluate(replaceSession, replacement(session))
    await tab.evaluate(
      ({ name, said, change }) => {
        const channel = new BroadcastChannel(name)
        channel.postMessage({ ...change, said })
        channel.close()
      },
      { name, said, change },
    )
    await this.#app.evaluate(heard, Object.keys(session).length > 0 ? 0 : lookingTwiceMs)
  }

  async #opened(): Promise<Page> {
    if (!this.#page) {
      this.#page = await this.#app.context().newPage()
      await this.#page.goto(this.#blank)
      // Behind another tab nothing is painted, so nothing there can be clicked.
      await this.#app.bringToFront()
    }
    return this.#page
  }
}

type Ears = Record<symbol, Promise<void> | undefined>

/** In the app: begins to listen for what the next tab says. */
function listen({ name, said }: { readonly name: string; readonly said: number }): void {
  ;(globalThis as unknown as Ears)[Symbol.for('authchart.heard')] = new Promise((resolve) => {
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }) => {
      if (data.said !== said) return
      channel.close()
      resolve()
    }
  })
}

/** In the app: waits for that, and for what the app does about it. */
async function heard(afterMs: number): Promise<void> {
  await (globalThis as unknown as Ears)[Symbol.for('authchart.heard')]
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  // What is told is painted by the next frame but one, and what follows from that is done.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
}

/** In a tab: forgets whoever is signed in, the name last, and stores a session, its name last as well. */
export function replaceSession({
  session,
  tokenKeys,
}: {
  readonly session: Readonly<Record<string, string>>
  readonly tokenKeys: string
}): void {
  const isToken = new RegExp(tokenKeys)
  const old = Object.keys(localStorage).filter((key) => isToken.test(key) && !(key in session))
  const isName = (key: string) => key.endsWith('.LastAuthUser')
  for (const key of old.sort((one, other) => Number(isName(one)) - Number(isName(other)))) {
    localStorage.removeItem(key)
  }
  for (const [key, value] of Object.entries(session)) localStorage.setItem(key, value)
}

export const replacement = (session: Readonly<Record<string, string>>) => ({
  session,
  tokenKeys: tokenKeys.source,
})

/** Somebody who is not the one that is signed in. */
export const otherThan = (user: AuthUser | undefined, one: AuthUser, other: AuthUser): AuthUser =>
  user?.userId === one.userId ? other : one
