import type { Auth, AuthView } from '@authchart/machine'

/** Calls `runGuards` when a user signs in or out, and when another one takes over. */
export function followAuth(auth: Auth, runGuards: () => void) {
  const whoIsIn = ({ user, route }: AuthView) => `${user?.userId} ${route === 'signedIn'}`
  let last = whoIsIn(auth.getView())
  return auth.subscribe((view) => {
    if (last === whoIsIn(view)) return
    last = whoIsIn(view)
    runGuards()
  })
}

export function signInPath(to: string): string {
  return `/sign-in?to=${encodeURIComponent(to)}`
}

/** An address of this app only: any site can have a link to the sign-in page. */
export function wantedPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/'
}
