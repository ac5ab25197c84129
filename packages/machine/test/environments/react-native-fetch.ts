// Imported after the rest: it looks for AbortController and XMLHttpRequest at import.
import './react-native.ts'
import 'whatwg-fetch'
