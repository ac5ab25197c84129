import { AbortController, AbortSignal } from 'abort-controller/dist/abort-controller'
import { callNative } from './bridge'

class XMLHttpRequest {
  status = 0
  statusText = ''
  responseURL = ''
  response = ''
  responseText = ''
  #method = 'GET'
  #url = ''
  #answered = ''
  #isAborted = false
  #headers = {}

  open(method, url) {
    this.#method = method
    this.#url = url
  }

  setRequestHeader(name, value) {
    this.#headers[name] = value
  }

  getAllResponseHeaders() {
    return this.#answered
  }

  abort() {
    this.#isAborted = true
    this.onabort?.()
  }

  send(body) {
    callNative('request', this.#url, this.#method, this.#headers, body).then(
      ({ status, headers, text }) => {
        if (this.#isAborted) return
        this.status = status
        this.responseURL = this.#url
        this.#answered = headers
        this.response = text
        this.responseText = text
        this.readyState = 4
        this.onload?.()
      },
      () => this.onerror?.(),
    )
  }
}

/** React Native's own, which only keeps its text. */
class PartialUrl {
  constructor(url) {
    this.href = url
  }
  toString() {
    return this.href
  }
}

Object.assign(globalThis, { AbortController, AbortSignal, XMLHttpRequest, URL: PartialUrl })
