import type { Auth } from '@authchart/machine'
import { AuthGate, useAuthMachine } from '@authchart/react'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Navigate,
  Outlet,
  redirect,
  useRouterState,
} from '@tanstack/react-router'
import { wantedPath } from './auth-routes.ts'
import { AuthScreens, Home, Orders } from './pages.tsx'

const rootRoute = createRootRouteWithContext<{ auth: Auth }>()({ component: Outlet })

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: { to?: unknown }) => ({ to: wantedPath(to) }),
  beforeLoad: async ({ context: { auth }, search: { to } }) => {
    await auth.ready()
    if (auth.getView().route === 'signedIn') throw redirect({ href: to, replace: true })
  },
  component: SignInPage,
})

const guardedRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'guarded',
  beforeLoad: async ({ context: { auth }, location: { href } }) => {
    await auth.ready()
    if (auth.getView().user) return
    throw redirect({ to: '/sign-in', search: { to: href }, replace: true })
  },
  component: Guarded,
})

const homeRoute = createRoute({
  getParentRoute: () => guardedRoute,
  path: '/',
  component: Home,
})

const ordersRoute = createRoute({
  getParentRoute: () => guardedRoute,
  path: '/orders',
  component: Orders,
})

export function createAppRouter(auth: Auth) {
  return createRouter({
    routeTree: rootRoute.addChildren([
      signInRoute,
      guardedRoute.addChildren([homeRoute, ordersRoute]),
    ]),
    context: { auth },
    defaultPendingComponent: () => <p>Please wait</p>,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

function Guarded() {
  return (
    <AuthGate fallback={<NotNow />}>
      <Outlet />
    </AuthGate>
  )
}

// Both pages also leave by themselves: the router drops an `invalidate()` while it still loads a page.

function NotNow() {
  const isSignedIn = useAuthMachine(({ user }) => user !== undefined)
  // The page that is shown; `location` is already the next one.
  const to = useRouterState({
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).href,
  })
  // A screen that the user has begun, e.g. setupTotp, is in the place of the page.
  return isSignedIn ? <AuthScreens /> : <Navigate replace to="/sign-in" search={{ to }} />
}

function SignInPage() {
  const { to } = signInRoute.useSearch()
  return (
    <AuthGate fallback={<AuthScreens />}>
      {/* The type requires `to`; `href` takes precedence. */}
      <Navigate replace to="/" href={to} />
    </AuthGate>
  )
}
