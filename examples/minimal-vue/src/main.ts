import { createAuth, readEntry, type UserPoolConfig } from '@authchart/machine'
import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import App from './app.vue'
import './styles.css'

const response = await fetch('/auth-config.json')
const config = (await response.json()) as UserPoolConfig
const auth = createAuth({ config, entry: readEntry() })

createApp(App).use(authPlugin, auth).mount('main')
