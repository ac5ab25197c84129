import { createAuth, readEntry, type UserPoolConfig } from '@authchart/machine'
import { AuthProvider } from '@authchart/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Auth } from './form.tsx'
import './styles.css'

const response = await fetch('/auth-config.json')
const config = (await response.json()) as UserPoolConfig
const auth = createAuth({ config, entry: readEntry() })

createRoot(document.querySelector('main') ?? document.body).render(
  <StrictMode>
    <AuthProvider auth={auth}>
      <Auth />
    </AuthProvider>
  </StrictMode>,
)
