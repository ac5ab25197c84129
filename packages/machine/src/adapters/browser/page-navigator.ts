import { abortReason } from '../../platform/abort.ts'
import type { Navigator } from '../../ports/index.ts'

/**
 * Replaces the page by the hosted UI. `open` settles only when the page goes on: the back-forward cache
 * has restored it, or the user has cancelled before it was unloaded.
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
        removeEventListener('pageshow', resume)
        signal.removeEventListener('abort', stay)
      }
      const resume = ({ persisted }: PageTransitionEvent) => {
        if (!persisted) return
        settle()
        resolve(undefined)
      }
      const stay = () => {
        settle()
        window.stop()
        reject(abortReason(signal))
      }
      addEventListener('pageshow', resume)
      signal.addEventListener('abort', stay)
      location.assign(url)
    }),
}
