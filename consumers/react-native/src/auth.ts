import 'react-native-get-random-values' // before everything else
import 'react-native-url-polyfill/auto'
import { createAuth } from '@authchart/machine'
import { browser } from './browser'
import { config } from './config'
import { secureStorage } from './secure-storage'

export const auth = createAuth({
  config,
  storage: secureStorage,
  navigator: browser,
  apiOrigins: ['https://api.example.com'],
})
