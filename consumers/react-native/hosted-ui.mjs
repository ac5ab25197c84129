/**
 * The user at the pages of the hosted UI.
 *
 * @returns the address that they lead back to
 */
export async function signInAtHostedUi(url, user) {
  const cookies = new Map()
  const { origin } = new URL(url)

  async function open(address, init = {}) {
    if (new URL(address).origin !== origin) return { address }
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { ...init, headers: { cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location) return open(new URL(location, address).href)
    return { address, html: await response.text() }
  }

  const page = await open(url)
  const form = page.html.match(/<form[\s\S]*?<\/form>/g).find((one) => one.includes('"password"'))
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  const values = [...hidden].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')])
  const [, action] = /action="([^"]*)"/.exec(form)
  const body = new URLSearchParams({ ...Object.fromEntries(values), ...user })
  const target = new URL(action.replaceAll('&amp;', '&'), page.address).href
  const { address, html } = await open(target, { method: 'POST', body })
  if (html) throw new Error(`Not led back: ${html}`)
  return address
}
