import { Window } from 'happy-dom'

type Fetch = (url: string, init: RequestInit) => Promise<Response>
type Document = Window['document']

/** Where a browser stopped: a page of the hosted UI, or a foreign address. */
export interface Place {
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  readonly document: Document
  /** The error message of the page. */
  readonly problem: string | undefined
}

/**
 * A browser as far as the hosted UI needs one: cookies, redirects, forms. It stops where a redirect
 * leads away from `origin`, and does not fetch what is there.
 */
export function createBrowser(fetch: Fetch, origin: string) {
  const cookies = new Map<string, string>()

  const keep = (header: string) => {
    const [pair = ''] = header.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (/max-age=0/i.test(header)) cookies.delete(name)
    else cookies.set(name, value)
  }

  const open = async (address: string | URL, init: RequestInit = {}): Promise<Place> => {
    const url = new URL(address, origin)
    if (url.origin !== origin) return placeOf(url, new Response(), '')
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url.href, {
      ...init,
      redirect: 'manual',
      headers: { ...(cookie && { cookie }) },
    })
    for (const header of response.headers.getSetCookie()) keep(header)
    const location = response.headers.get('location')
    if (location !== null) return open(new URL(location, url))
    return placeOf(url, response, await response.text())
  }

  /** Fills the form of a button in and presses the button. */
  const press = ({ document, url }: Place, label: string, fields: Record<string, string> = {}) => {
    const button = [...document.querySelectorAll('button')].find((one) =>
      one.textContent.replace(/\s+/g, ' ').trim().startsWith(label),
    )
    const form = button?.closest('form')
    if (!button || !form) throw new Error(`No button '${label}' in ${document.body.innerHTML}`)
    const data = new URLSearchParams()
    for (const input of form.querySelectorAll('input')) data.set(input.name, input.value)
    for (const [name, value] of Object.entries(fields)) {
      if (!data.has(name)) throw new Error(`No field '${name}' in ${form.innerHTML}`)
      data.set(name, value)
    }
    if (button.name) data.set(button.name, button.value)
    const action = new URL(form.getAttribute('action') ?? '', url)
    if (form.getAttribute('method') === 'post') return open(action, { method: 'POST', body: data })
    return open(`${action.href}?${data}`)
  }

  return { open, press, cookies }
}

function placeOf(url: URL, { status, headers }: Response, text: string): Place {
  const { document } = new Window({ url: 'http://page.localhost' })
  document.write(text)
  return {
    url,
    status,
    headers,
    document,
    problem: document.querySelector('[role=alert]')?.textContent,
  }
}
