/** The `<authenticator>` of `@aws-amplify/ui-vue` with its styles, as its guide begins. */
import { Authenticator } from '@aws-amplify/ui-vue'
import '@aws-amplify/ui-vue/styles.css'
import { Amplify } from 'aws-amplify'
import { createApp, h } from 'vue'
import { amplifyConfig } from '../amplify-settings.ts'

Amplify.configure(amplifyConfig())

createApp(() =>
  h(Authenticator, null, { default: () => h('p', { 'data-home': '' }, 'Signed in') }),
).mount('body')
