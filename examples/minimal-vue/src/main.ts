import { createAuth, type UserPoolConfig } from '@authchart/machine'
import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import App from './app.vue'
import './styles.css'

const response = await fetch('/auth-config.json')
const auth = createAuth({ config: (await response.json()) as UserPoolConfig })

createApp(App).use(authPlugin, auth).mount('main')
