export default defineNuxtRouteMiddleware(async ({ path, fullPath, query }) => {
  const { $auth } = useNuxtApp()
  await $auth.ready()
  const { route, user } = $auth.getView()
  if (path === '/sign-in') {
    return route === 'signedIn' ? navigateTo(wantedPath(query.to), { replace: true }) : undefined
  }
  if (!user) return navigateTo({ path: '/sign-in', query: { to: fullPath } }, { replace: true })
})

/** An address of this app only: any site can have a link to the sign-in page. */
function wantedPath(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/'
}
