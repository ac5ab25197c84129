import { type Auth, createAuth, memoryStorage, Secret } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { createSandbox } from '@authchart/sandbox'
import { createAuthenticator } from '@authchart/sandbox/authenticator'
import { authPlugin } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, vi } from 'vitest'
import { createApp } from 'vue'
import { Screens } from '../src/react/screens.tsx'
import VueScreens from '../src/vue/screens.vue'

export const email = 'ada@example.com'
export const password = 'Correct-horse-7'

const mounts = {
  React(auth: Auth, container: HTMLElement) {
    const root = createRoot(container)
    root.render(
      <AuthProvider auth={auth}>
        <Screens />
      </AuthProvider>,
    )
    return () => root.unmount()
  },
  Vue(auth: Auth, container: HTMLElement) {
    const app = createApp(VueScreens).use(authPlugin, auth)
    app.mount(container)
    return () => app.unmount()
  },
}

export const frameworks = ['React', 'Vue'] as const satisfies (keyof typeof mounts)[]

/** The passkeys of a browser, by a software authenticator. */
export function openBrowser() {
  const authenticator = createAuthenticator({ origin: 'http://localhost:5173' })
  const browser = {
    /** The user closes each dialog. */
    isCancelled: false,
    /** The user picks the passkey in the list of the field. */
    isPicked: false,
    dialogs: 0,
    passkeys: {
      capabilities: async () => ({ canSignIn: true, canAutofill: true, canUpgrade: false }),
      async get(
        request: string,
        { signal, mediation }: { signal: AbortSignal; mediation?: string | undefined },
      ) {
        if (mediation === 'conditional' && !browser.isPicked) await ended(signal)
        if (mediation !== 'conditional') browser.dialogs += 1
        if (browser.isCancelled) throw new DOMException('Closed', 'NotAllowedError')
        return new Secret(JSON.stringify(await authenticator.get(JSON.parse(request))))
      },
      create: async (request: string) =>
        new Secret(JSON.stringify(await authenticator.create(JSON.parse(request)))),
      signalAccepted: async () => undefined,
    },
  }
  return browser
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  )
}

/** The app in a page, over a sandbox of its own. */
export async function openApp(framework: keyof typeof mounts, { passkeyPrompt = false } = {}) {
  localStorage.clear()
  sessionStorage.clear()
  const sandbox = createSandbox({
    pool: { Passwordless: true },
    users: [{ username: email, password }],
  })
  const browser = openBrowser()
  const auth = createAuth({
    config: {
      ...sandbox.config,
      passwordless: { factors: ['PASSKEY', 'EMAIL', 'PASSWORD'], passkeyPrompt },
    },
    fetch: sandbox.fetch as typeof fetch,
    clock: sandbox.clock,
    storage: memoryStorage(),
    passkeys: browser.passkeys,
  })
  const container = document.body.appendChild(document.createElement('main'))
  const unmount = mounts[framework](auth, container)
  onTestFinished(() => {
    unmount()
    container.remove()
    auth.stop()
  })
  const user = userEvent.setup()
  const shows = (text: string) =>
    vi.waitFor(() => expect(container.textContent).toContain(text), { timeout: 10_000 })

  return {
    auth,
    browser,
    container,
    shows,
    async press(label: string) {
      const button = await vi.waitFor(() => {
        const found = [...container.querySelectorAll('button')].find(
          (one) => one.textContent?.trim() === label && !one.disabled,
        )
        if (!found) throw new Error(`There is no button “${label}” in: ${container.textContent}`)
        return found
      }, 10_000)
      await user.click(button)
    },
    async type(name: string, text: string) {
      const input = await vi.waitFor(() => {
        const found = container.querySelector<HTMLInputElement>(`input[name="${name}"]`)
        if (!found) throw new Error(`There is no input “${name}”`)
        return found
      }, 10_000)
      await user.clear(input)
      await user.type(input, text)
    },
    /** The code that was sent last. */
    async code(to = email) {
      const url = `${sandbox.config.controlUrl}/outbox?to=${encodeURIComponent(to)}`
      const response = await sandbox.fetch(url, { headers: { accept: 'application/json' } })
      const [message] = (await response.json()) as { code: string }[]
      if (!message) throw new Error(`No code was sent to ${to}`)
      return message.code
    },
    advance: (advanceMs: number) =>
      sandbox.fetch(`${sandbox.config.controlUrl}/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceMs }),
      }),
  }
}
