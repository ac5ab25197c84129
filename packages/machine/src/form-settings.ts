import type { FormSettings, LoginMechanism } from './ports/index.ts'

const usernameOnly: readonly LoginMechanism[] = ['username']

/** Where a configuration says nothing. */
export const defaultFormSettings: FormSettings = { loginWith: usernameOnly, attributes: [] }

/**
 * What the user name of a new user may be. A pool with aliases (`AliasAttributes`) rejects one that looks
 * like an e-mail address or a phone number.
 */
export function newUserNames({ loginWith }: FormSettings): readonly LoginMechanism[] {
  return loginWith.includes('username') ? usernameOnly : loginWith
}
