import { type Auth, createAuth, memoryStorage, type PasskeyOptions } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { createSandbox } from '@authchart/sandbox'
import { authPlugin, useAuthForm } from '@authchart/vue'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, vi } from 'vitest'
import { type Component, createApp, h } from 'vue'
import { Auth as Form } from '../../minimal-react/src/form.tsx'
import VueForm from '../../minimal-vue/src/auth-form.vue'
import { Screens } from '../src/react/screens.tsx'
import VueScreens from '../src/vue/auth-screens.vue'
import { softwarePasskeys } from './software-passkeys.ts'

export const email = 'ada@example.com'
export const password = 'Correct-horse-7'

/** The screens of the guide in each framework, and the form component for every screen. */
const apps = {
  React: (auth: Auth, container: HTMLElement) => mountReact(auth, container, <Screens />),
  Vue: (auth: Auth, container: HTMLElement) => mountVue(auth, container, VueScreens),
  'the form of React': (auth: Auth, container: HTMLElement) =>
    mountReact(auth, container, <Form />),
  'the form of Vue': (auth: Auth, container: HTMLElement) =>
    mountVue(auth, container, {
      setup: () => {
        const form = useAuthForm()
        return () => h(VueForm, { form: form.value })
      },
    }),
}

function mountReact(auth: Auth, container: HTMLElement, screens: ReactNode) {
  const root = createRoot(container)
  root.render(<AuthProvider auth={auth}>{screens}</AuthProvider>)
  return () => root.unmount()
}

function mountVue(auth: Auth, container: HTMLElement, screens: Component) {
  const app = createApp(screens).use(authPlugin, auth)
  app.mount(container)
  return () => app.unmount()
}

/** A browser whose dialogs the user accepts, unless the test says otherwise. */
function openBrowser() {
  const software = softwarePasskeys()
  const browser = {
    /** The user closes each dialog. */
    isCancelled: false,
    /** The user picks the passkey in the list of the field. */
    isPicked: false,
    dialogs: 0,
    passkeys: {
      ...software,
      async get(request: string, options: PasskeyOptions) {
        const { mediation, signal } = options
        if (mediation === 'conditional' && !browser.isPicked) return ended(signal)
        if (mediation !== 'conditional') browser.dialogs += 1
        if (browser.isCancelled) throw new DOMException('Closed', 'NotAllowedError')
        return software.get(request, options)
      },
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
export async function openApp(app: keyof typeof apps, { passkeyPrompt = false } = {}) {
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
  const unmount = apps[app](auth, container)
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
