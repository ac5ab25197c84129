import type { Sandbox } from '@authchart/sandbox'

/** A page of the hosted UI. */
export interface HostedPage {
  readonly url: string
  readonly html: string
}

/** A user at the pages of the hosted UI: follows its redirects, keeps its cookies, fills in its forms. */
export interface Visitor {
  /** Opens an address; a page of the hosted UI, or the address outside of it that it led to. */
  open(url: string): Promise<HostedPage | string>
  /** Sends the form of a page that has `field`, with what is filled in. */
  submit(
    page: HostedPage,
    field: string,
    filledIn: Readonly<Record<string, string>>,
  ): Promise<HostedPage | string>
  /** Signs in at the pool's own page, and gives the address that this leads back to. */
  signIn(url: string, username: string, password: string): Promise<string>
  /** At an external provider: picks an account, cancels or has it fail. */
  pick(url: string, outcome?: 'identity' | 'cancel' | 'fail'): Promise<string>
}

/** The sandbox, or a replacement for its hosted UI. */
export interface HostedPages {
  readonly config: Pick<Sandbox['config'], 'hostedUiOrigin'>
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

export function visitor(pages: HostedPages): Visitor {
  const cookies = new Map<string, string>()
  const { origin } = new URL(pages.config.hostedUiOrigin)

  async function request(url: string, init: RequestInit = {}): Promise<HostedPage | string> {
    if (new URL(url).origin !== origin) return url
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await pages.fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location) return request(new URL(location, url).href)
    return { url, html: await response.text() }
  }

  async function submit(
    { url, html }: HostedPage,
    field: string,
    filledIn: Readonly<Record<string, string>>,
  ) {
    const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
    const form = forms.find((form) => form.includes(`name="${field}"`))
    if (!form) throw new Error(`${url} has no form with "${field}": ${html}`)
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const values = hidden.map(([, name = '', value = '']) => [name, decode(value)])
    const action = decode(/action="([^"]*)"/.exec(form)?.[1] ?? '')
    return request(new URL(action, url).href, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(values), ...filledIn }),
    })
  }

  return {
    open: (url) => request(url),
    submit,
    async signIn(url, username, password) {
      const page = requirePage(await request(url))
      return requireAddress(await submit(page, 'password', { username, password }))
    },
    async pick(url, outcome = 'identity') {
      const shown = await request(url)
      // The pages know already who it is.
      if (typeof shown === 'string') return shown
      const account = { email: 'grace@example.com', name: 'Grace Hopper' }
      const filledIn = outcome === 'identity' ? { ...account, outcome } : { outcome }
      const field = outcome === 'identity' ? 'email' : 'outcome" value="cancel'
      return requireAddress(await submit(shown, field, filledIn))
    },
  }
}

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')

export function requirePage(shown: HostedPage | string): HostedPage {
  if (typeof shown === 'string') throw new Error(`Not a page, but led back to ${shown}`)
  return shown
}

export function requireAddress(shown: HostedPage | string): string {
  if (typeof shown !== 'string') throw new Error(`Not led back, but shown ${shown.html}`)
  return shown
}
