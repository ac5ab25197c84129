import { randomUUID } from 'node:crypto'
import type { BrowserContext, Request, Response } from '@playwright/test'
import { generate } from 'otplib'
import { type Occurrence, probe } from './canary-probe.ts'
import { findLeaks, type Leak, type Observations, type SentRequest } from './find-leaks.ts'

/** The two places that pages may talk to, as URLs. */
interface Places {
  readonly app: string
  readonly sandbox: string
}

/** What Chromium and Firefox say by themselves of a request that did not succeed. */
const isNotice = (text: string) =>
  /^(Error: )?(Failed to load resource|Cross-Origin Request Blocked:)/.test(text)

/** What is secret in an answer of Cognito, besides tokens. */
interface Answer {
  readonly Session?: string
  readonly SecretCode?: string
  readonly Credentials?: { readonly SecretKey: string; readonly SessionToken: string }
}

/**
 * Marks passwords so that they can be recognised, learns the secrets that Cognito hands out, and
 * remembers everything that pages show, store, log, send and let be inspected.
 */
export class Canary {
  readonly #origins: { readonly app: string; readonly sandbox: string; readonly own: Set<string> }
  readonly #passwords = new Set<string>()
  readonly #totpCodes = new Set<string>()
  readonly #sessions = new Set<string>()
  readonly #totpSecrets = new Set<string>()
  readonly #awsKeys = new Set<string>()
  readonly #answers: Promise<void>[] = []
  readonly #contexts = new Set<BrowserContext>()
  readonly #occurrences: (Occurrence & { origin: string })[] = []
  readonly #requests: SentRequest[] = []
  readonly #errors: string[] = []

  constructor({ app, sandbox }: Places) {
    this.#origins = {
      app: new URL(app).origin,
      sandbox: new URL(sandbox).origin,
      own: new Set(),
    }
  }

  /** A server that the test itself has started is no stranger; secrets must not get there either. */
  knows(url: string): void {
    this.#origins.own.add(new URL(url).origin)
  }

  /** A password like no other, which a Cognito with the usual policy accepts unless `weak`. */
  password({ weak = false } = {}): string {
    const password = `${weak ? 'canary' : 'Canary!'}${randomUUID().replaceAll('-', '')}`
    this.#passwords.add(password)
    return password
  }

  /** What an authenticator app with this secret shows at a time (epoch ms). */
  async totpCode(secret: string, now: number): Promise<string> {
    this.#totpSecrets.add(secret)
    const code = await generate({ secret, epoch: Math.floor(now / 1000) })
    this.#totpCodes.add(code)
    return code
  }

  /** Call it before the first page is opened. */
  async watch(context: BrowserContext): Promise<void> {
    this.#contexts.add(context)
    await context.exposeBinding('canaryReport', ({ frame }, occurrences: Occurrence[]) => {
      this.#see(URL.parse(frame.url())?.origin ?? '', occurrences)
    })
    await context.addInitScript(probe)
    context.on('request', (request) => this.#requests.push(read(request)))
    context.on('response', (response) => this.#answers.push(this.#learn(response)))
    context.on('weberror', (error) => {
      const text = String(error.error())
      if (!isNotice(text)) this.#errors.push(text)
    })
    context.on('page', (page) => {
      page.on('websocket', (socket) => this.#requests.push({ url: socket.url() }))
    })
    context.on('console', (message) => {
      const text = message.text()
      this.#see(URL.parse(message.location().url)?.origin ?? '', [{ place: 'console', text }])
      if (message.type() === 'error' && !isNotice(text)) this.#errors.push(text)
    })
  }

  /** A last look at a context that is about to be closed. */
  async leaveContext(context: BrowserContext): Promise<void> {
    await this.#lookInto(context)
    this.#contexts.delete(context)
  }

  /** What was seen where it must not be. */
  async leaks(outbox: readonly { readonly code: string }[]): Promise<Leak[]> {
    for (const context of this.#contexts) await this.#lookInto(context)
    await Promise.all(this.#answers)
    return findLeaks(this.#observations([...outbox.map(({ code }) => code), ...this.#totpCodes]))
  }

  /** The kinds of places that were looked at. */
  get places(): Set<string> {
    return new Set(this.#occurrences.map(({ place }) => place.split(' ')[0] ?? ''))
  }

  async #lookInto(context: BrowserContext): Promise<void> {
    const { cookies, origins } = await context.storageState({ indexedDB: true })
    for (const cookie of cookies) {
      this.#see('', [{ place: `cookie ${cookie.name}`, text: JSON.stringify(cookie) }])
    }
    for (const { origin, localStorage, ...others } of origins) {
      this.#see(origin, [
        { place: 'indexedDB', text: JSON.stringify(others) },
        ...localStorage.map(({ name, value }) => ({ place: `localStorage ${name}`, text: value })),
      ])
    }
  }

  #observations(codes: readonly string[]): Observations {
    return {
      origins: this.#origins,
      passwords: [...this.#passwords],
      codes,
      sessions: [...this.#sessions],
      totpSecrets: [...this.#totpSecrets],
      awsKeys: [...this.#awsKeys],
      occurrences: this.#occurrences,
      requests: this.#requests,
      errors: this.#errors,
    }
  }

  /** The secrets in an answer of Cognito. Its page may be gone before it can be read. */
  async #learn(response: Response): Promise<void> {
    if (!response.request().headers()['x-amz-target']) return
    const answer = (await response.json().catch(() => undefined)) as Answer | undefined
    if (answer?.Session) this.#sessions.add(answer.Session)
    if (answer?.SecretCode) this.#totpSecrets.add(answer.SecretCode)
    if (answer?.Credentials) {
      const { SecretKey, SessionToken } = answer.Credentials
      this.#awsKeys.add(SecretKey).add(SessionToken)
    }
  }

  #see(origin: string, occurrences: readonly Occurrence[]): void {
    for (const occurrence of occurrences) this.#occurrences.push({ origin, ...occurrence })
  }
}

function read(request: Request): SentRequest {
  const headers = request.headers()
  return {
    url: request.url(),
    referer: headers.referer,
    target: headers['x-amz-target']?.split('.')[1],
    body: request.postData() ?? undefined,
  }
}
