/** What React Native puts around Hermes before an app starts: its own packages, and native requests. */
import './globals'
import 'whatwg-fetch'
