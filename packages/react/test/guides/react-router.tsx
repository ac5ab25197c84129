import type { Auth } from '@authchart/machine'
import { AuthGate } from '@authchart/react'
import { type LoaderFunctionArgs, Outlet, type RouteObject, replace } from 'react-router'
import { signInPath, wantedPath } from './auth-routes.ts'
import { AuthScreens, Home, Orders } from './pages.tsx'

export function routesOf(auth: Auth): RouteObject[] {
  async function requireUser({ request }: LoaderFunctionArgs) {
    await auth.ready()
    const { pathname, search } = new URL(request.url)
    return auth.getView().user ? null : replace(signInPath(pathname + search))
  }

  async function leaveIfSignedIn({ request }: LoaderFunctionArgs) {
    await auth.ready()
    const to = new URL(request.url).searchParams.get('to')
    return auth.getView().route === 'signedIn' ? replace(wantedPath(to)) : null
  }

  return [
    {
      hydrateFallbackElement: <p>Please wait</p>,
      children: [
        { path: '/sign-in', loader: leaveIfSignedIn, element: <AuthScreens /> },
        {
          loader: requireUser,
          element: <Guarded />,
          children: [
            { path: '/', element: <Home /> },
            { path: '/orders', element: <Orders /> },
          ],
        },
      ],
    },
  ]
}

function Guarded() {
  return (
    <AuthGate fallback={<AuthScreens />}>
      <Outlet />
    </AuthGate>
  )
}
