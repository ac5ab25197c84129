declare module '*.css'

/** How often each component has rendered. */
type Counts = Readonly<Record<string, number>>

interface Window {
  /** The counts since the last call. */
  takeCounts(): Counts
  /** The pool, written into the page. */
  readonly bench: {
    readonly endpoint: string
    readonly region: string
    readonly userPoolId: string
    readonly userPoolClientId: string
  }
  /** Signs in; resolves with the time from the form to the end of it (ms). */
  signIn(username: string, password: string): Promise<number>
}
