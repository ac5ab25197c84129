import '@authchart/example-shared/styles.css'
import './playground.css'
import { ignoreStrayClicks } from '@authchart/example-shared/stray-clicks'
import { AuthProvider } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { auth } from './auth.ts'
import { Playground } from './playground.tsx'

const page = document.querySelector<HTMLElement>('#page') ?? document.body
ignoreStrayClicks(page)
createRoot(page).render(
  <StrictMode>
    <AuthProvider auth={auth}>
      <Playground />
    </AuthProvider>
  </StrictMode>,
)
