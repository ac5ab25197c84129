import type { AuthView } from '@authchart/machine'

/** Runs the guards again when a user signs in or out, and when another one takes over. */
export default defineNuxtPlugin({
  name: 'follow-auth',
  setup() {
    const { $auth } = useNuxtApp()
    const router = useRouter()
    const whoIsIn = ({ user, route }: AuthView) => `${user?.userId} ${route === 'signedIn'}`
    let last = whoIsIn($auth.getServerView())
    $auth.subscribe((view) => {
      if (last === whoIsIn(view)) return
      last = whoIsIn(view)
      const { path, query, hash } = router.currentRoute.value
      router.replace({ path, query, hash, force: true })
    })
  },
})
