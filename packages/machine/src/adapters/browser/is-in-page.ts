/** Whether a cookie, or one of the two storages of this page, has one of these keys. */
export function isInPage(keys: readonly string[]): boolean {
  return keys.some(
    (key) =>
      document.cookie.includes(`${key}=`) ||
      isStored('localStorage', key) ||
      isStored('sessionStorage', key),
  )
}

function isStored(kind: 'localStorage' | 'sessionStorage', key: string): boolean {
  try {
    return globalThis[kind].getItem(key) !== null
  } catch {
    // A browser that blocks it has stored nothing.
    return false
  }
}
