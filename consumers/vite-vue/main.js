import { createAuth } from '@authchart/machine'
import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import AuthScreen from './auth-screen.vue'

const config = await (await fetch('/auth-config.json')).json()

createApp(AuthScreen).use(authPlugin, createAuth({ config })).mount('#root')
