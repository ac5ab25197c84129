/**
 * What runs in pages: each function is sent there as text, so it is self-contained. What changes or reads the storage on
 * the driver's behalf does so by `authchart.storage`, which never throws: only the app's calls fail.
 */

type Items = Readonly<Record<string, string>>

/** The methods of `Storage` as they were before `stubbornStorage`. */
type Plain = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Before the app is there: what it will find. */
export function seed({ local, session }: { readonly local: Items; readonly session: Items }): void {
  for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value)
  for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value)
}

/** As the app does: stores a session, then removes the previous user's tokens, the name last. */
export function replaceSession(session: Items): void {
  const isToken =
    /^(CognitoIdentityServiceProvider\..*\.(idToken|accessToken|refreshToken|clockDrift|oauthMetadata|LastAuthUser)|aws-amplify-federatedInfo)$/
  const isName = (key: string) => key.endsWith('.LastAuthUser')
  const plain = (globalThis as unknown as Record<symbol, Plain>)[Symbol.for('authchart.storage')]
  const { setItem, removeItem } = plain ?? Storage.prototype
  for (const [key, value] of Object.entries(session)) setItem.call(localStorage, key, value)
  const old = Object.keys(localStorage).filter((key) => isToken.test(key) && !(key in session))
  for (const key of old.sort((one, other) => Number(isName(one)) - Number(isName(other)))) {
    removeItem.call(localStorage, key)
  }
}

/**
 * What the storage contains of sessions. If another tab has written (`expected`), it waits for that: what
 * one tab stores is there in the others some time later.
 */
export async function sessionItems(expected?: string): Promise<string> {
  const deadline = performance.now() + 2_000
  const plain = (globalThis as unknown as Record<symbol, Plain>)[Symbol.for('authchart.storage')]
  const { getItem } = plain ?? Storage.prototype
  for (;;) {
    const keys = Object.keys(localStorage).filter((key) => /Token$|\.LastAuthUser$|Info$/.test(key))
    const items = JSON.stringify(keys.sort().map((key) => [key, getItem.call(localStorage, key)]))
    if (expected === undefined || items === expected || performance.now() > deadline) return items
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** What a tab posts to others; `said` distinguishes it from what the app posts. */
interface Saying {
  readonly name: string
  readonly said: number
}

/** In another tab: says what has changed in the storage. */
export function announce({ name, said, change }: Saying & { readonly change: object }): void {
  const channel = new BroadcastChannel(name)
  channel.postMessage({ ...change, said })
  channel.close()
}

/** In the app: begins to listen for what another tab is going to say. */
export function listen({ name, said }: Saying): void {
  const ears = globalThis as unknown as Record<symbol, Promise<void>>
  ears[Symbol.for('authchart.heard')] = new Promise((resolve) => {
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }) => {
      if (data.said !== said) return
      channel.close()
      resolve()
    }
  })
}

/** In the app: waits for that, for `afterMs`, and for what the app does about it. */
export async function heard(afterMs: number): Promise<void> {
  const ears = globalThis as unknown as Record<symbol, Promise<void>>
  await ears[Symbol.for('authchart.heard')]
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  // A message is painted by the next frame but one, and then its effects are done.
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
}

/** Before the app starts: makes its storage reject what `reject` says, as a full storage does. */
export function stubbornStorage(): void {
  const ours = /^CognitoIdentityServiceProvider\.|^authchart\..*\.redirects$/
  const methods = { getItem: 'reads', setItem: 'writes', removeItem: 'removals' } as const
  const { getItem, setItem, removeItem } = Storage.prototype
  const pages = globalThis as unknown as Record<symbol, Plain>
  pages[Symbol.for('authchart.storage')] = { getItem, setItem, removeItem }
  for (const [method, rejected] of Object.entries(methods)) {
    const name = method as keyof typeof methods
    const original = Storage.prototype[name] as (...parameters: string[]) => string & undefined
    Storage.prototype[name] = function (this: Storage, ...parameters: string[]) {
      // The name of a window outlives its page.
      if (window.name === `rejects ${rejected}` && ours.test(parameters[0] ?? '')) {
        throw new DOMException('The storage rejects it', 'QuotaExceededError')
      }
      return original.apply(this, parameters)
    }
  }
}

/** `reads`, `writes` or `removals`; nothing: the storage takes orders again. */
export function reject(rejected: string): void {
  window.name = rejected && `rejects ${rejected}`
}

/** The page is there again as the back-forward cache brings it. */
export function showAgain(): void {
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

/** Before the app is there: remembers the form of the last submission, until the next click. */
export function rememberSubmission(): void {
  const pages = globalThis as unknown as Record<symbol, EventTarget | null>
  const key = Symbol.for('authchart.submitted')
  document.addEventListener('click', () => Reflect.deleteProperty(pages, key), true)
  document.addEventListener('submit', ({ target }) => Reflect.set(pages, key, target), true)
}

/** Submits that form once more. Returns whether the last action was a submission. */
export function submitAgain(): boolean {
  const pages = globalThis as unknown as Record<symbol, HTMLFormElement | undefined>
  const form = pages[Symbol.for('authchart.submitted')]
  if (!form?.isConnected) return false
  form.requestSubmit()
  return true
}
