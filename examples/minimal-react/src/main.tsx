import { createAuth, type UserPoolConfig } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Auth } from './form.tsx'
import './styles.css'

const response = await fetch('/auth-config.json')
const auth = createAuth({ config: (await response.json()) as UserPoolConfig })

createRoot(document.querySelector('main') ?? document.body).render(
  <StrictMode>
    <AuthProvider auth={auth}>
      <Auth />
    </AuthProvider>
  </StrictMode>,
)
