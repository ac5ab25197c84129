import { createAuth, type InitialState } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'
import { AuthProvider } from '@authchart/react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { config } from './config.ts'

declare global {
  interface Window {
    initial?: InitialState
  }
}

const auth = createAuth({ config, storage: cookieStorage(), initial: window.initial })
const root = document.getElementById('root') as HTMLElement
hydrateRoot(
  root,
  <AuthProvider auth={auth}>
    <App />
  </AuthProvider>,
)
