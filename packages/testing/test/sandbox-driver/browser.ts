import type { Navigator } from '@authchart/machine'

/** Where the app runs. */
export const home = 'http://localhost:5173/'

/** The browser of the app: its address, and what happens when the app opens another page. */
export class Browser {
  /** `undefined`: the browser does not say where it is. */
  address: string | undefined = home
  /** How the next page that the app opens ends: with the address of the return, if there is one. */
  onReturn: (url: string) => Promise<string | undefined> = () =>
    Promise.reject(new Error('No page returns'))

  /** Each page has a navigator of its own: the answer of the hosted UI is remembered by it. */
  openNavigator(): Navigator {
    return {
      address: () => this.address,
      replace: (next) => {
        this.address = next
      },
      open: (url) => this.onReturn(url),
    }
  }
}
