/** The modules of Expo that are native code on a device. */
import { callNative } from './bridge'

const modules = {
  ExpoSecureStore: {
    getValueWithKeyAsync: (key) => callNative('getItem', key),
    setValueWithKeyAsync: (value, key) => callNative('setItem', key, value),
    deleteValueWithKeyAsync: (key) => callNative('removeItem', key),
  },
  ExpoWebBrowser: {
    openAuthSessionAsync: (url, returnTo) => callNative('openAuthSession', url, returnTo),
  },
}

export function requireNativeModule(name) {
  return modules[name]
}

export class UnavailabilityError extends Error {}
