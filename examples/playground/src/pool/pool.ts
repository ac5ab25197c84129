import { createSandbox, type OutboxMessage } from '@authchart/sandbox'
import { poolOptionsOf } from './settings.ts'
import { storedKeys, storedSettings, storeKeys } from './stored.ts'

const page = new URL(location.pathname, location.href)
const settings = storedSettings()
const sandbox = createSandbox({ pool: poolOptionsOf(settings, page), storage: localStorage })
const { config } = sandbox
const listeners = new Set<() => void>()

interface Phone {
  /** What was sent, newest first. */
  readonly messages: readonly OutboxMessage[]
  /** The keys of the authenticator app, newest first, in base32. */
  readonly keys: readonly string[]
}

let phone: Phone = { messages: [], keys: storedKeys() }

/** The user pool in this page, and the phone of its users. */
export const pool = {
  config,
  settings,
  page,

  async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const response = await sandbox.fetch(input, init)
    const copy = response.clone()
    // Without delay for the caller.
    void look(copy)
    return response
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  getPhone: (): Phone => phone,
}

async function look(response: Response): Promise<void> {
  const outbox = await sandbox.fetch(`${config.controlUrl}/outbox`, {
    headers: { accept: 'application/json' },
  })
  const messages = (await outbox.json()) as OutboxMessage[]
  const key = await keyIn(response)
  const keys = key === undefined || phone.keys.includes(key) ? phone.keys : [key, ...phone.keys]
  if (messages.length === phone.messages.length && keys === phone.keys) return
  if (keys !== phone.keys) storeKeys(keys)
  phone = { messages, keys }
  for (const listener of listeners) listener()
}

/** The key that AssociateSoftwareToken gives: as if the user's phone had scanned its picture. */
async function keyIn(response: Response): Promise<string | undefined> {
  const text = await response.text()
  return /"SecretCode":"([A-Z2-7]+)"/.exec(text)?.[1]
}
