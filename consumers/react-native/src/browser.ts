import type { Navigator } from '@authchart/machine'
import * as WebBrowser from 'expo-web-browser'

/** The hosted UI in the system's browser, which leads back to the app by its scheme. */
export const browser: Navigator = {
  address: () => undefined,
  replace: () => undefined,
  async open(url, { returnTo, signal }) {
    signal.addEventListener('abort', () => WebBrowser.dismissAuthSession())
    const result = await WebBrowser.openAuthSessionAsync(url, returnTo)
    return result.type === 'success' ? result.url : undefined
  },
}
