export { checkPassword, createAuth } from '@authchart/machine'
export { cookieStorage } from '@authchart/machine/browser'
