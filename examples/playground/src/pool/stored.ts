import { firstSettings, type Settings } from './settings.ts'

const settingsKey = 'authchart-playground.settings'
const keysKey = 'authchart-playground.authenticator'

/** Values of this page, of its sandbox and of its auth. */
const ours = /^(authchart-playground|authchart-sandbox|authchart|CognitoIdentityServiceProvider)\./

export function storedSettings(): Settings {
  return { ...firstSettings, ...read<Partial<Settings>>(settingsKey) }
}

export function storeSettings(settings: Settings): void {
  localStorage.setItem(settingsKey, JSON.stringify(settings))
}

/** What the authenticator app of the pretended phone knows: its keys survive a reload, as on a phone. */
export function storedKeys(): readonly string[] {
  return read<string[]>(keysKey) ?? []
}

export function storeKeys(keys: readonly string[]): void {
  localStorage.setItem(keysKey, JSON.stringify(keys))
}

/** Removes users, tokens and keys. The settings stay if they are given. */
export function forgetAll(settings?: Settings): void {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (ours.test(key)) storage.removeItem(key)
  }
  if (settings) storeSettings(settings)
}

function read<T>(key: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
