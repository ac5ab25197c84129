import { ConfigError } from '../errors/config-error.ts'

/**
 * What the machine cannot do without, and React Native does not have by itself.
 *
 * @throws ConfigError that names what is missing, and what brings it.
 */
export function requireGlobals(): void {
  if (typeof AbortController !== 'function') throw missing('AbortController')
  // The name alone may be there: `crypto` without its functions.
  if (typeof globalThis.crypto?.getRandomValues !== 'function') {
    throw missing('crypto.getRandomValues', 'react-native-get-random-values')
  }
}

/** React Native's own `URL` keeps a text and reads little of it. */
export function requireUrl(): void {
  if (!isUrlWhole())
    throw missing('complete URL (for the hosted UI)', 'react-native-url-polyfill/auto')
}

function isUrlWhole(): boolean {
  try {
    const { origin, hash, searchParams } = new URL('https://a.example:1/b?c=d#e')
    const isRead = origin === 'https://a.example:1' && hash === '#e'
    return isRead && searchParams.get('c') === 'd' && new URLSearchParams('c=d').get('c') === 'd'
  } catch {
    return false
  }
}

const missing = (name: string, module?: string) =>
  new ConfigError(
    `This environment has no ${name}${module ? `: in React Native, import "${module}" before anything else` : ''}`,
  )
