import { setTimeout as pause } from 'node:timers/promises'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
const waitMs = 20_000

/** A browser over plain WebDriver (W3C), as far as the flows need it. */
export class Browser {
  #url
  #session

  /** @param {string} url of the driver. */
  static async open(url) {
    const { sessionId } = await send(url, 'POST', '/session', {
      capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } },
    })
    return new Browser(url, `/session/${sessionId}`)
  }

  constructor(url, session) {
    this.#url = url
    this.#session = session
  }

  #send(method, path, body) {
    return send(this.#url, method, `${this.#session}${path}`, body)
  }

  go(url) {
    return this.#send('POST', '/url', { url })
  }

  /** Opens a page without anything that was stored for it, in one tab. */
  async startAnew(url) {
    const [first, ...others] = await this.#send('GET', '/window/handles')
    for (const handle of others) {
      await this.switchTo(handle)
      await this.closeTab()
    }
    await this.switchTo(first)
    await this.go(url)
    await this.run('localStorage.clear(); sessionStorage.clear()')
    await this.#send('DELETE', '/cookie')
    await this.go(url)
  }

  reload() {
    return this.#send('POST', '/refresh', {})
  }

  back() {
    return this.#send('POST', '/back', {})
  }

  url() {
    return this.#send('GET', '/url')
  }

  run(script, ...args) {
    return this.#send('POST', '/execute/sync', { script, args })
  }

  window() {
    return this.#send('GET', '/window')
  }

  async newTab() {
    const { handle } = await this.#send('POST', '/window/new', { type: 'tab' })
    await this.switchTo(handle)
    return handle
  }

  switchTo(handle) {
    return this.#send('POST', '/window', { handle })
  }

  closeTab() {
    return this.#send('DELETE', '/window')
  }

  /** Types into the field with a label; the text replaces the previous one. */
  async fill(label, text) {
    const field = await this.#element(`${fieldScript} return fieldOf(arguments[0])`, label)
    await this.#send('POST', `/element/${field}/clear`, {})
    await this.#send('POST', `/element/${field}/value`, { text })
  }

  valueOf(label) {
    return this.run(`${fieldScript} return fieldOf(arguments[0])?.value`, label)
  }

  /** Presses the button, link or tab with a name. */
  async press(name) {
    const button = await this.#element(
      `const all = [...document.querySelectorAll('button, a, summary, [role=tab]')]
      const found = all.find((one) => one.textContent.replace(/\\s+/g, ' ').trim() === arguments[0] && !one.disabled && one.checkVisibility())
      // A click on what is not in view goes astray.
      found?.scrollIntoView({ block: 'center' })
      return found`,
      name,
    )
    await this.#send('POST', `/element/${button}/click`, {})
  }

  async route(wanted) {
    await this.until(`the route ${wanted}`, async () => {
      const now = await this.run(`return document.querySelector('main')?.dataset.route`)
      return now === wanted
    })
  }

  async says(text) {
    await this.until(`“${text}”`, async () =>
      (await this.run('return document.body.innerText')).includes(text),
    )
  }

  async until(what, isTrue) {
    const end = Date.now() + waitMs
    for (;;) {
      if (await isTrue().catch(() => false)) return
      if (Date.now() > end) {
        const seen = await this.run('return document.body?.innerText ?? ""').catch(String)
        throw new Error(`Waited in vain for ${what}: ${seen.slice(0, 300)}`)
      }
      await pause(50)
    }
  }

  async #element(script, ...args) {
    let id
    await this.until(args.join(), async () => {
      id = (await this.run(script, ...args))?.[elementKey]
      return id !== undefined
    })
    return id
  }

  close() {
    return this.#send('DELETE', '')
  }
}

const fieldScript = `const fieldOf = (text) => {
  const label = [...document.querySelectorAll('label')].find(
    (one) => one.textContent.trim() === text && one.control?.checkVisibility(),
  )
  const field = label?.control ?? document.querySelector('[aria-label="' + text + '"]')
  field?.scrollIntoView({ block: 'center' })
  return field
};`

async function send(url, method, path, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    signal: AbortSignal.timeout(60_000),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}
