import { AuthProvider } from '@authchart/react'
import { createRoot } from 'react-dom/client'
import { auth } from './auth.ts'
import { Screens } from './react/screens.tsx'
import '../../minimal-react/src/styles.css'

createRoot(document.querySelector('main') ?? document.body).render(
  <AuthProvider auth={auth}>
    <Screens />
  </AuthProvider>,
)
