import { abortReason } from '../../platform/abort.ts'
import type { Navigator } from '../../ports/index.ts'

/**
 * Leaves the page for the hosted UI. `open` settles only where the page lives on: it was brought back
 * by the back-forward cache, or the user has cancelled before it was left.
 */
export const pageNavigator: Navigator = {
  address: () => (typeof document === 'undefined' ? undefined : location.href),

  replace: (address) => history.replaceState(history.state, '', address),

  open: (url, { signal }) =>
    new Promise((resolve, reject) => {
      if (typeof document === 'undefined') {
        throw new TypeError('There is no page to leave here: give createAuth a navigator')
      }
      const settle = () => {
        removeEventListener('pageshow', comeBack)
        signal.removeEventListener('abort', stay)
      }
      const comeBack = ({ persisted }: PageTransitionEvent) => {
        if (!persisted) return
        settle()
        resolve(undefined)
      }
      const stay = () => {
        settle()
        window.stop()
        reject(abortReason(signal))
      }
      addEventListener('pageshow', comeBack)
      signal.addEventListener('abort', stay)
      location.assign(url)
    }),
}
