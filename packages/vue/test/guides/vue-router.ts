import type { Auth } from '@authchart/machine'
import { AuthGate } from '@authchart/vue'
import { defineComponent, h } from 'vue'
import { createRouter, type RouterHistory, RouterView } from 'vue-router'
import { followAuth, wantedPath } from './auth-routes.ts'
import { AuthScreens, Home, Orders } from './pages.ts'

export function createAppRouter(auth: Auth, history: RouterHistory) {
  const router = createRouter({
    history,
    routes: [
      { path: '/sign-in', component: AuthScreens },
      {
        path: '/',
        component: Guarded,
        meta: { needsUser: true },
        children: [
          { path: '', component: Home },
          { path: 'orders', component: Orders },
        ],
      },
    ],
  })

  router.beforeEach(async ({ path, fullPath, query, meta }) => {
    await auth.ready()
    const { route, user } = auth.getView()
    if (path === '/sign-in' && route === 'signedIn') return wantedPath(query.to)
    if (meta.needsUser && !user) return { path: '/sign-in', query: { to: fullPath } }
    return true
  })

  followAuth(auth, () => {
    const { path, query, hash } = router.currentRoute.value
    router.replace({ path, query, hash, force: true })
  })
  return router
}

/** In a template: `<AuthGate><RouterView /><template #fallback><AuthScreens /></template></AuthGate>` */
const Guarded = defineComponent({
  setup: () => () =>
    h(AuthGate, null, { default: () => h(RouterView), fallback: () => h(AuthScreens) }),
})
