/**
 * Signs in at the login page of the hosted UI, and gives the address that this leads back to.
 *
 * @param url of `/oauth2/authorize`.
 */
export async function visitHostedUi(
  fetch: typeof globalThis.fetch,
  url: string,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<string> {
  const { origin } = new URL(url)
  const cookies = new Map<string, string>()

  /** Follows redirects, as far as they lead to pages of the hosted UI. */
  async function open(address: string, init: RequestInit = {}): Promise<[string, string?]> {
    if (new URL(address).origin !== origin) return [address]
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(address, { ...init, headers: { cookie }, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    return location ? open(new URL(location, address).href) : [address, await response.text()]
  }

  // Users of an external provider have no password here.
  const request = new URL(url)
  request.searchParams.delete('identity_provider')
  const [shownAt, page = ''] = await open(request.href)
  const form = (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) =>
    one.includes('"password"'),
  )
  if (!form) throw new Error('The hosted UI shows no login form')
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const body = new URLSearchParams({ username, password })
  for (const [, name = '', value = ''] of hidden) body.set(name, decode(value))
  const action = new URL(decode(/action="([^"]*)"/.exec(form)?.[1] ?? ''), shownAt)
  const [back, other] = await open(action.href, { method: 'POST', body })
  if (other !== undefined) throw new Error('The hosted UI does not lead back')
  return back
}

const decode = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
