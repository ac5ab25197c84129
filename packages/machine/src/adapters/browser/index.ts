export type { CookieOptions } from '../cookies/cookie-options.ts'
export { cookieStorage } from './cookie-storage.ts'
export { sessionPendingStore } from './session-pending-store.ts'
export { webStorage } from './web-storage.ts'
