import './auth'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { followSession } from './follow-session'

followSession()

createRoot(document.getElementById('root')).render(<App />)
