export type { CookieOptions } from '../cookies/cookie-options.ts'
export { type RequestCookies, requestCookies } from './request-cookies.ts'
