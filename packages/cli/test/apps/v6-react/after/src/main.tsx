import { AuthProvider } from '@authchart/react'
import { auth } from './auth'
import { createRoot } from 'react-dom/client'
import { App } from './app'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <AuthProvider auth={auth}>
      <App />
    </AuthProvider>,
  )
}
