import '@authchart/example-shared/styles.css'
import { showStartError } from '@authchart/example-shared/start-error'
import { ignoreStrayClicks } from '@authchart/example-shared/stray-clicks'
import { AuthProvider } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const page = document.querySelector<HTMLElement>('#page') ?? document.body
ignoreStrayClicks(page)

try {
  const { auth, config } = await import('./auth.ts')
  createRoot(page).render(
    <StrictMode>
      <AuthProvider auth={auth}>
        <App outboxUrl={config.controlUrl && `${config.controlUrl}/outbox`} />
      </AuthProvider>
    </StrictMode>,
  )
} catch (error) {
  showStartError(page, error)
}
