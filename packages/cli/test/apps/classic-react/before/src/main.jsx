import { Amplify } from 'aws-amplify'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import awsExports from './aws-exports'
import { followSession } from './follow-session'

Amplify.configure(awsExports)
followSession()

createRoot(document.getElementById('root')).render(<App />)
