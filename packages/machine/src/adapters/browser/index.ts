export type { CookieOptions } from '../cookies/cookie-options.ts'
export { cookieStorage } from './cookie-storage.ts'
export { sessionScreenStore } from './session-screen-store.ts'
export { webStorage } from './web-storage.ts'
