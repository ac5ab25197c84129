import { createAuthenticator } from '@authchart/sandbox/authenticator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserPasskeys } from '../../src/adapters/browser/browser-passkeys.ts'
import { toFailure } from '../../src/index.ts'

const origin = 'http://localhost:5173'
const { signal } = new AbortController()

const creation = JSON.stringify({
  challenge: 'Y2hhbGxlbmdl',
  rp: { id: 'localhost', name: 'localhost' },
  user: { id: 'YWRh', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  excludeCredentials: [],
  hints: ['client-device'],
})
const assertion = JSON.stringify({
  challenge: 'Y2hhbGxlbmdl',
  rpId: 'localhost',
  allowCredentials: [],
  userVerification: 'preferred',
})

interface Options {
  readonly publicKey: Record<string, unknown>
  readonly mediation?: string
  readonly signal: AbortSignal
}

/** What the page asks the browser for; it settles as the test says, or when the page gives up. */
let requests: Options[]
let settle: ((requests: Options) => unknown) | undefined

const open = (options: Options) =>
  new Promise((resolve, reject) => {
    requests.push(options)
    options.signal.addEventListener('abort', () => reject(options.signal.reason))
    if (settle)
      Promise.resolve()
        .then(() => settle?.(options))
        .then(resolve, reject)
  })

const capable = {
  isConditionalMediationAvailable: async () => true,
  getClientCapabilities: async () => ({ conditionalCreate: true }),
}

beforeEach(() => {
  requests = []
  settle = undefined
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(() => undefined, capable),
  )
  vi.stubGlobal('document', { querySelectorAll: () => [] })
  vi.stubGlobal('location', { hostname: 'localhost' })
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('navigator', { credentials: { create: open, get: open } })
})

afterEach(() => vi.unstubAllGlobals())

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url')).buffer

/** Rejects with an exception of the browser. */
const throws = (name: string) => () => {
  throw new DOMException('As the test needs it', name)
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error) => toFailure(error).code,
  )

test('what the browser can do', async () => {
  expect(await browserPasskeys.capabilities()).toEqual({
    canSignIn: true,
    canAutofill: true,
    canUpgrade: true,
  })
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(() => undefined, {}),
  )
  expect(await browserPasskeys.capabilities()).toEqual({
    canSignIn: true,
    canAutofill: false,
    canUpgrade: false,
  })
})

test.each([
  ['an insecure page', 'isSecureContext', false, 'passkeyInsecurePage'],
  ['no WebAuthn', 'PublicKeyCredential', undefined, 'passkeyUnsupported'],
])('%s can do nothing', async (_, name, value, code) => {
  vi.stubGlobal(name, value)
  expect(await browserPasskeys.capabilities()).toMatchObject({ canSignIn: false })
  expect(await codeOf(browserPasskeys.create(creation, { signal }))).toBe(code)
  expect(await codeOf(browserPasskeys.get(assertion, { signal }))).toBe(code)
  expect(requests).toEqual([])
})

test('a registration: unknown members reach the browser, the credential is a secret', async () => {
  const authenticator = createAuthenticator({ origin })
  const made = await authenticator.create(JSON.parse(creation))
  settle = () => ({
    id: made.id,
    rawId: bytes(made.rawId),
    type: made.type,
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({}),
    response: {
      clientDataJSON: bytes(made.response.clientDataJSON),
      attestationObject: bytes(made.response.attestationObject),
      getTransports: () => ['internal'],
    },
  })
  const credential = await browserPasskeys.create(creation, { signal, mediation: 'conditional' })
  expect(JSON.stringify({ credential })).toBe('{"credential":"[secret]"}')
  expect(JSON.parse(credential.reveal())).toMatchObject({
    id: made.id,
    rawId: made.rawId,
    response: {
      clientDataJSON: made.response.clientDataJSON,
      attestationObject: made.response.attestationObject,
      transports: ['internal'],
    },
  })
  expect(requests[0]).toMatchObject({
    mediation: 'conditional',
    publicKey: { hints: ['client-device'] },
  })
})

test.each([
  ['NotAllowedError', 'passkeyCancelled'],
  ['AbortError', 'passkeyCancelled'],
  ['SecurityError', 'passkeyWrongSite'],
  ['InvalidStateError', 'passkeyExists'],
  ['NotSupportedError', 'passkeyUnsupported'],
  ['ConstraintError', 'passkeyUnsupported'],
  ['UnknownError', 'unknown'],
])('%s of the browser is %s', async (name, code) => {
  settle = throws(name)
  expect(await codeOf(browserPasskeys.create(creation, { signal }))).toBe(code)
})

test('a dialog ends when its signal aborts, also before the browser has opened it', async () => {
  const controller = new AbortController()
  const get = browserPasskeys.get(assertion, {
    signal: controller.signal,
    mediation: 'conditional',
  })
  const failed = expect(get).rejects.toThrow('left')
  controller.abort(new Error('left'))
  await failed
  const later = new AbortController()
  const create = browserPasskeys.create(creation, { signal: later.signal })
  await expect.poll(() => requests.some(({ mediation }) => mediation === undefined)).toBe(true)
  const ended = expect(create).rejects.toThrow('left again')
  later.abort(new Error('left again'))
  await ended
})

test('a dialog takes the place of the autofill', async () => {
  const autofill = codeOf(browserPasskeys.get(assertion, { signal, mediation: 'conditional' }))
  await expect.poll(() => requests.length).toBe(1)
  settle = throws('NotAllowedError')
  expect(await codeOf(browserPasskeys.get(assertion, { signal }))).toBe('passkeyCancelled')
  expect(await autofill).toBe('passkeyCancelled')
  expect(requests.map(({ mediation }) => mediation)).toEqual(['conditional', undefined])
})

test('the password manager hears which passkeys are left, where there is one to hear it', async () => {
  const accepted = { rpId: 'localhost', userId: 'YWRh', ids: ['YQ'] }
  await browserPasskeys.signalAccepted(accepted)
  const signalAllAcceptedCredentials = vi.fn(async () => Promise.reject(new Error('no')))
  vi.stubGlobal('PublicKeyCredential', { signalAllAcceptedCredentials })
  await browserPasskeys.signalAccepted(accepted)
  expect(signalAllAcceptedCredentials).toHaveBeenCalledWith({
    rpId: 'localhost',
    userId: 'YWRh',
    allAcceptedCredentialIds: ['YQ'],
  })
})
