import type { PageLife } from '../../ports/index.ts'

/** Calls the listeners when the page is shown, focused, online again or restored from the back-forward cache. */
export const pageLife: PageLife = {
  onWake(listener) {
    if (typeof document === 'undefined') return () => undefined
    const wake = () => {
      if (document.visibilityState === 'visible') listener()
    }
    document.addEventListener('visibilitychange', wake)
    for (const type of ['focus', 'pageshow', 'online']) addEventListener(type, wake)
    return () => {
      document.removeEventListener('visibilitychange', wake)
      for (const type of ['focus', 'pageshow', 'online']) removeEventListener(type, wake)
    }
  },
}
