import { AuthProvider } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './index.css'
import { auth } from './auth.ts'
import { Shop } from './shop.tsx'

createRoot(document.querySelector('#root') ?? document.body).render(
  <StrictMode>
    <AuthProvider auth={auth}>
      <Shop />
    </AuthProvider>
  </StrictMode>,
)
