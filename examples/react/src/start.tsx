import { AuthProvider } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { auth, config } from './auth.ts'

export function start(page: HTMLElement): void {
  createRoot(page).render(
    <StrictMode>
      <AuthProvider auth={auth}>
        <App outboxUrl={config.controlUrl && `${config.controlUrl}/outbox`} />
      </AuthProvider>
    </StrictMode>,
  )
}
