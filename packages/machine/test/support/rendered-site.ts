import { vi } from 'vitest'
import { cookieStorage } from '../../src/adapters/browser/index.ts'
import { requestCookies } from '../../src/adapters/server/index.ts'
import { type Auth, createAuth, type InitialState } from '../../src/index.ts'
import { mustCallCognito, openPage, type Page, password } from './sandbox-auth.ts'

interface RenderedPage {
  readonly html: string
  readonly initial: InitialState
  readonly setCookies: readonly string[]
}

type Render = (auth: Auth) => string | Promise<string>

/** A site whose pages are rendered on a server and whose tokens rest in cookies, and a browser on it. */
export interface Site {
  /** The sandbox, and the browser apart from its cookies. */
  readonly page: Page
  /** One request with the cookies that the browser has now; it takes the cookies of the response. */
  request(render: Render, options?: { timeoutMs?: number }): Promise<RenderedPage>
  /** The page runs: what its script does first. */
  load(initial?: InitialState): Auth
}

/** Needs a DOM, at an origin of https: the browser's half of a test. */
export function openSite(options: Parameters<typeof openPage>[0] = {}): Site {
  dropCookies()
  const page = openPage(options)
  const { sandbox } = page

  return {
    page,
    async request(render, { timeoutMs } = {}) {
      const cookies = requestCookies(document.cookie)
      const rendered = await withoutDocument(async () => {
        const auth = createAuth({
          config: sandbox.config,
          storage: cookies,
          clock: sandbox.clock,
          fetch: (input, init) =>
            sandbox.fetch(input instanceof Request ? input : new URL(input), init),
          timeoutMs,
        })
        try {
          const initial = await auth.ready()
          return { initial, html: await render(auth) }
        } finally {
          auth.stop()
        }
      })
      receive(cookies.setCookies)
      return { ...rendered, setCookies: cookies.setCookies }
    },
    load: (initial) =>
      page.load({ storage: cookieStorage(), initial: initial && throughHtml(initial) }),
  }
}

/** A confirmed user with `password`. */
export async function createPerson(page: Page, username: string): Promise<void> {
  const isEmail = username.includes('@')
  await mustCallCognito(page, 'AdminCreateUser', {
    Username: username,
    MessageAction: 'SUPPRESS',
    UserAttributes: isEmail
      ? [
          { Name: 'email', Value: username },
          { Name: 'email_verified', Value: 'true' },
        ]
      : [],
  })
  await mustCallCognito(page, 'AdminSetUserPassword', {
    Username: username,
    Password: password,
    Permanent: true,
  })
}

/** The names of the cookies that the browser has, as they are encoded. */
export function cookieNames(): string[] {
  return document.cookie.split('; ').flatMap((pair) => pair.split('=')[0] || [])
}

export function dropCookies() {
  return receive(cookieNames().map((name) => `${name}=; Max-Age=0; Path=/; Secure`))
}

function receive(setCookies: readonly string[], page = document) {
  for (const cookie of setCookies) page.cookie = cookie
}

/** Writes the state into a page and reads it again, as the guide shows. */
function throughHtml(initial: InitialState): InitialState {
  const json = JSON.stringify(initial).replaceAll('<', '\\u003c')
  const holder = document.createElement('div')
  holder.innerHTML = `<script type="application/json">${json}</script>`
  return JSON.parse(holder.querySelector('script')?.textContent ?? '')
}

/** As on a server: what belongs to a page is not there meanwhile. */
async function withoutDocument<T>(work: () => Promise<T>): Promise<T> {
  vi.stubGlobal('document', undefined)
  try {
    return await work()
  } finally {
    vi.unstubAllGlobals()
  }
}
