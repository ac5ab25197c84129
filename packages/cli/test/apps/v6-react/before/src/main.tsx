import { Authenticator } from '@aws-amplify/ui-react'
import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'
import outputs from '../amplify_outputs.json'
import { App } from './app'

Amplify.configure(outputs)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Authenticator.Provider>
      <App />
    </Authenticator.Provider>,
  )
}
