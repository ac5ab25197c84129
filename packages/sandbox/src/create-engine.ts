import { bytesToHex } from '@noble/hashes/utils.js'
import { createClock } from './clock.ts'
import { openStorage } from './data-dir/open-storage.ts'
import type { StoredData } from './data-dir/stored-data.ts'
import type { Engine } from './engine.ts'
import type { Host } from './host.ts'
import { createHostedUiState } from './hosted-ui/hosted-ui-state.ts'
import { createFaultStore } from './http/faults.ts'
import {
  defaultIdentityPoolOptions,
  patchIdentityPoolOptions,
} from './identity-pool/identity-pool-options.ts'
import { createIdentityPool } from './identity-pool/identity-pool-state.ts'
import { patchPoolOptions } from './pool/options/patch-pool-options.ts'
import { defaultPoolOptions, type PoolOptions } from './pool/options/pool-options.ts'
import { createKeyRing } from './pool/tokens/keys.ts'
import { userNames } from './pool/users/user-names.ts'
import { type Random, systemRandom } from './random.ts'
import type { SandboxOptions } from './sandbox-options.ts'
import { seedUsers } from './seed-users.ts'
import type { SandboxState } from './state.ts'
import { Store } from './store/store.ts'
import { Table } from './store/table.ts'
import { checkTriggers } from './triggers/check-triggers.ts'

/** Creates a sandbox without its HTTP side. */
export function createEngine(options: SandboxOptions, host: Host): Engine {
  const { random = systemRandom, users = [] } = options
  const startOptions = patchPoolOptions(defaultPoolOptions, options.pool ?? {})
  const triggers = checkTriggers(options.triggers ?? {})
  const state = createState(options, startOptions, random)
  const data = openData(options, host, state)
  const clock = createClock()
  const faults = createFaultStore()
  const { options: startIdentityPool } = state.identityPool
  const changed = () => data?.commit()
  const keys = createKeyRing({
    stored: data?.keys,
    onGenerated: (made) => data?.storeKeys(made),
  })
  const reset = () => {
    for (const store of [
      state.users,
      state.challengeSessions,
      state.passkeyRegistrations,
      state.attempts,
      state.families,
    ])
      store.clear()
    state.refreshTokens.clear()
    state.groups.clear()
    for (const store of Object.values(state.hostedUi)) store.clear()
    state.outbox.length = 0
    state.forcedChallenges.length = 0
    state.options = startOptions
    state.identityPool.identities.clear()
    state.identityPool.credentials.clear()
    state.identityPool.options = startIdentityPool
    clock.reset()
    faults.clear()
    seedUsers(engine, users)
    changed()
  }
  const engine: Engine = {
    state,
    clock,
    random,
    keys,
    faults,
    triggers,
    reset,
    changed,
    close: () => data?.close(),
  }
  try {
    seedUsers(engine, users)
    changed()
  } catch (error) {
    data?.close()
    throw error
  }
  return engine
}

function openData(
  { dataDir, storage }: SandboxOptions,
  host: Host,
  state: SandboxState,
): StoredData | undefined {
  if (dataDir !== undefined && storage) throw new Error('Set `dataDir` or `storage`, not both.')
  if (storage) return openStorage(storage, state)
  return dataDir === undefined ? undefined : host.openDataDir(dataDir, state)
}

function createState(
  {
    region = 'us-east-1',
    userPoolId = `${region}_Sandbox01`,
    userPoolClientId = 'sandboxclient0000000000001',
    identityPoolId,
    identityPool = {},
  }: SandboxOptions,
  options: PoolOptions,
  random: Random,
): SandboxState {
  if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(userPoolId) || !userPoolId.startsWith(`${region}_`)) {
    throw new Error(`userPoolId must be '${region}_' and letters or digits, not '${userPoolId}'.`)
  }
  if (!/^\w{1,128}$/.test(userPoolClientId)) {
    throw new Error(`userPoolClientId must be 1 to 128 word characters, not '${userPoolClientId}'.`)
  }
  return {
    region,
    userPoolId,
    clientId: userPoolClientId,
    options,
    users: new Table(userNames),
    groups: new Store(),
    challengeSessions: new Map(),
    passkeyRegistrations: new Map(),
    forcedChallenges: [],
    attempts: new Map(),
    families: new Table(({ sub }) => [sub]),
    refreshTokens: new Table(),
    identityPool: createIdentityPool(
      region,
      identityPoolId,
      patchIdentityPoolOptions(
        defaultIdentityPoolOptions({ region, userPoolId, clientId: userPoolClientId }),
        identityPool,
      ),
    ),
    hostedUi: createHostedUiState(),
    outbox: [],
    secret: bytesToHex(random(32)),
  }
}
