/** The early entry with `useAuthForm()` for every screen. */
import { createAuth } from '@authchart/machine/early'
import { AuthProvider } from '@authchart/react'
import { createRoot } from 'react-dom/client'
import { Screens } from './react-screens.tsx'

createRoot(document.body).render(
  <AuthProvider auth={createAuth({ config: window.bench })}>
    <Screens />
  </AuthProvider>,
)
