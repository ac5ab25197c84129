import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import { auth } from './auth.ts'
import Screens from './vue/auth-screens.vue'
import '../../minimal-vue/src/styles.css'

createApp(Screens).use(authPlugin, auth).mount('main')
