import { authPlugin } from '@authchart/vue'
import { createApp } from 'vue'
import './style.css'
import { auth } from './auth.ts'
import ShopApp from './shop-app.vue'

createApp(ShopApp).use(authPlugin, auth).mount('#app')
