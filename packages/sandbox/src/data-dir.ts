import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keptIdentity } from './identity-pool/kept-identity.ts'
import {
  flag,
  integer,
  listOf,
  mapOf,
  oneOf,
  optional,
  readInput,
  structure,
  text,
} from './input/reader.ts'
import { keptDevice, keptDeviceKeys, keptMfa } from './kept-factors.ts'
import { lockDirectory } from './lock-directory.ts'
import type { StoredKeys } from './pool/keys.ts'
import { noMfa, type UserMfa } from './pool/mfa.ts'
import type { SandboxState } from './state.ts'

const time = integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
const pem = text({ pattern: /-----BEGIN PRIVATE KEY-----[\s\S]+/, secret: true })

const pendingCode = {
  code: text({ secret: true }),
  expiresAt: time,
  attribute: oneOf('email', 'phone_number'),
}

const content = structure({
  version: integer({ min: 1, max: 1 }),
  userPoolId: text(),
  secret: text({ pattern: /[0-9a-f]{64}/ }),
  keys: optional(structure({ id: pem, access: pem })),
  users: listOf(
    structure({
      username: text(),
      sub: text(),
      attributes: mapOf(text()),
      status: oneOf(
        'UNCONFIRMED',
        'CONFIRMED',
        'FORCE_CHANGE_PASSWORD',
        'RESET_REQUIRED',
        'EXTERNAL_PROVIDER',
      ),
      enabled: flag,
      password: optional(
        structure({
          salt: text({ pattern: /[0-9a-f]+/ }),
          verifier: text({ pattern: /[0-9a-f]+/ }),
        }),
      ),
      temporaryPasswordUntil: optional(time),
      signUpCode: optional(structure(pendingCode)),
      resetCode: optional(structure(pendingCode)),
      attributeCodes: optional(listOf(structure({ ...pendingCode, value: text() }))),
      groups: listOf(text()),
      mfa: optional(keptMfa),
      devices: optional(listOf(keptDevice)),
      createdAt: time,
      modifiedAt: time,
    }),
  ),
  groups: optional(
    listOf(
      structure({
        name: text(),
        description: optional(text()),
        roleArn: optional(text()),
        precedence: optional(time),
        createdAt: time,
        modifiedAt: time,
      }),
    ),
  ),
  families: listOf(
    structure({
      eventId: text(),
      originJti: text(),
      sub: text(),
      authTime: time,
      device: optional(structure(keptDeviceKeys)),
      scopes: optional(listOf(text())),
      revoked: flag,
    }),
  ),
  refreshTokens: listOf(
    structure({ hash: text(), eventId: text(), expiresAt: time, rotatedAt: optional(time) }),
  ),
  identities: optional(listOf(keptIdentity)),
})

type Content = ReturnType<typeof content>

/** What is kept of a sandbox between runs. */
export interface DataDir {
  readonly keys: StoredKeys | undefined
  /** Fills a new state with what was kept. */
  restore(state: SandboxState): void
  keepKeys(keys: StoredKeys): void
  /** Writes soon. */
  schedule(state: SandboxState): void
  /** Writes now, if something waits to be written, and lets others have the directory; throws when that fails. */
  close(): void
}

const delayMs = 100

/** Throws when the directory is in use or its file cannot be used; it is then left as it is. */
export const openDataDir = (directory: string): DataDir => {
  const file = join(resolve(directory), 'sandbox.json')
  mkdirSync(directory, { recursive: true })
  const release = lockDirectory(resolve(directory))
  const kept = load(file)
  let keys = kept?.keys
  let pending: SandboxState | undefined
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (pending) save(file, serialize(pending, keys))
    pending = undefined
  }
  // Between requests there is nobody to tell but the console; the last flush throws.
  const flushLater = () => {
    try {
      flush()
    } catch (error) {
      process.emitWarning(`${file} could not be written: ${String(error)}`)
    }
  }
  return {
    keys,
    restore(state) {
      if (!kept) return
      if (kept.userPoolId !== state.userPoolId) {
        throw new Error(
          `${file} belongs to the user pool ${kept.userPoolId}, not ${state.userPoolId}. Use another directory for each pool.`,
        )
      }
      state.secret = kept.secret
      for (const user of kept.users) {
        const { attributeCodes = [], mfa = noMfa, devices = [] } = user
        state.users.set(user.sub, { ...user, attributeCodes, mfa, devices })
      }
      for (const group of kept.groups ?? []) state.groups.set(group.name, { ...group })
      for (const family of kept.families) state.families.set(family.eventId, { ...family })
      for (const { hash, ...token } of kept.refreshTokens) state.refreshTokens.set(hash, token)
      for (const identity of kept.identities ?? []) {
        state.identityPool.identities.set(identity.id, { ...identity })
      }
    },
    keepKeys(made) {
      keys = made
    },
    schedule(state) {
      pending = state
      timer ??= setTimeout(flushLater, delayMs)
    },
    close() {
      flush()
      release()
    },
  }
}

const load = (file: string): Content | undefined => {
  let json: string
  try {
    json = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return readInput(content, JSON.parse(json))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${file} cannot be read as data of a sandbox: ${reason} Repair it, or move it away to start empty. Nothing was changed.`,
    )
  }
}

/** Renamed into place, so that a crash leaves the old file or the new one. */
const save = (file: string, data: Content): void => {
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, JSON.stringify(data), { mode: 0o600 })
  renameSync(temporary, file)
}

const serialize = (state: SandboxState, keys: Content['keys']): Content => ({
  version: 1,
  userPoolId: state.userPoolId,
  secret: state.secret,
  keys,
  users: [...state.users.values()].map((user) => ({
    ...user,
    groups: [...user.groups],
    attributeCodes: [...user.attributeCodes],
    mfa: keepMfa(user.mfa),
    devices: [...user.devices],
  })),
  groups: [...state.groups.values()],
  families: [...state.families.values()].map(({ scopes, ...family }) => ({
    ...family,
    device: family.device,
    scopes: scopes && [...scopes],
  })),
  refreshTokens: [...state.refreshTokens].map(([hash, token]) => ({ hash, ...token })),
  identities: [...state.identityPool.identities.values()].map((identity) => ({
    ...identity,
    logins: [...identity.logins],
  })),
})

const keepMfa = ({ enabled, softwareToken, ...mfa }: UserMfa) => ({
  ...mfa,
  enabled: [...enabled],
  softwareToken: softwareToken && { ...softwareToken, usedSteps: [...softwareToken.usedSteps] },
})
