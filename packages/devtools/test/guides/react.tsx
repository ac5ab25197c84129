import type { Auth } from '@authchart/machine'
import { lazy, type ReactNode, Suspense } from 'react'

const AuthInspector = lazy(async () => {
  const { AuthInspector } = await import('@authchart/devtools/react')
  return { default: AuthInspector }
})

export function App({ auth, children }: { auth: Auth; children: ReactNode }) {
  return (
    <>
      {import.meta.env.DEV && (
        <Suspense>
          <AuthInspector auth={auth} />
        </Suspense>
      )}
      {children}
    </>
  )
}
