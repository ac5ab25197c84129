import { ConfigError } from '../errors/auth-errors.ts'

/**
 * Checks for the globals that the machine needs and that React Native may lack.
 *
 * @throws ConfigError that names the missing global and its polyfill.
 */
export function requireGlobals(): void {
  if (typeof AbortController !== 'function') throw missing('AbortController')
  // `crypto` may exist without its functions.
  if (typeof globalThis.crypto?.getRandomValues !== 'function') {
    throw missing('crypto.getRandomValues', 'react-native-get-random-values')
  }
}

/** Checks for a complete `URL`: React Native's own parses only parts of an address. */
export function requireUrl(): void {
  if (!isUrlComplete())
    throw missing('complete URL (for the hosted UI)', 'react-native-url-polyfill/auto')
}

function isUrlComplete(): boolean {
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
