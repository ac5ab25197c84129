// @vitest-environment-options { "url": "https://shop.example.com/" }
import type { Auth } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { RouterProvider as TanstackProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { describe } from 'vitest'
import { testGuards } from '../../machine/test/support/guards.ts'
import { followAuth } from './guides/auth-routes.ts'
import { routesOf } from './guides/react-router.tsx'
import { createAppRouter } from './guides/tanstack-router.tsx'

function mount(auth: Auth, root: HTMLElement, app: ReactNode) {
  const mounted = createRoot(root)
  flushSync(() => mounted.render(<AuthProvider auth={auth}>{app}</AuthProvider>))
  return () => mounted.unmount()
}

describe('React Router', () => {
  testGuards((auth, root) => {
    const router = createBrowserRouter(routesOf(auth))
    followAuth(auth, () => router.revalidate())
    const unmount = mount(auth, root, <RouterProvider router={router} />)
    return () => {
      unmount()
      router.dispose()
    }
  })
})

describe('TanStack Router', () => {
  testGuards((auth, root) => mount(auth, root, <TanstackProvider router={createAppRouter(auth)} />))
})
