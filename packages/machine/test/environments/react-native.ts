/**
 * What React Native 0.74 to 0.84 puts around Hermes, as far as an app sees it: the packages that it
 * bundles (abort-controller 3, whatwg-fetch 3) and a `URL` that only keeps its text. `request` is what
 * its native code does.
 */
import { AbortController, AbortSignal } from 'abort-controller'

interface Answer {
  readonly status: number
  readonly headers: string
  readonly body: string
  readonly url: string
}

interface Native {
  request(
    url: string,
    method: string,
    headers: Record<string, string>,
    body: string | null,
    isAborted: () => boolean,
  ): Promise<Answer>
}

declare const native: Native

class XMLHttpRequest {
  status = 0
  statusText = ''
  responseURL = ''
  response = ''
  responseText = ''
  responseType = ''
  withCredentials = false
  readyState = 0
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  #method = 'GET'
  #url = ''
  #answered = ''
  #isAborted = false
  readonly #headers: Record<string, string> = {}

  open(method: string, url: string) {
    this.#method = method
    this.#url = url
  }

  setRequestHeader(name: string, value: string) {
    this.#headers[name] = value
  }

  getAllResponseHeaders() {
    return this.#answered
  }

  abort() {
    this.#isAborted = true
    this.onabort?.()
  }

  send(body: string | null) {
    native
      .request(this.#url, this.#method, this.#headers, body, () => this.#isAborted)
      .then(
        (answer) => {
          if (this.#isAborted) return
          this.status = answer.status
          this.responseURL = answer.url
          this.#answered = answer.headers
          this.response = answer.body
          this.responseText = answer.body
          this.readyState = 4
          this.onload?.()
        },
        () => this.onerror?.(),
      )
  }
}

class PartialUrl {
  readonly href: string
  constructor(url: string) {
    this.href = url
  }
  toString() {
    return this.href
  }
}

for (const name of ['hash', 'host', 'hostname', 'origin', 'pathname', 'protocol', 'search']) {
  Object.defineProperty(PartialUrl.prototype, name, {
    get() {
      throw new Error(`URL.${name} is not implemented`)
    },
  })
}

class PartialParams {
  readonly #parts: string[] = []
  append(name: string, value: string) {
    this.#parts.push(`${name}=${value}`)
  }
  get() {
    throw new Error('URLSearchParams.get is not implemented')
  }
  toString() {
    return this.#parts.join('&')
  }
}

Object.assign(globalThis, {
  AbortController,
  AbortSignal,
  XMLHttpRequest,
  URL: PartialUrl,
  URLSearchParams: PartialParams,
  self: globalThis,
  window: globalThis,
  navigator: { product: 'ReactNative' },
})
