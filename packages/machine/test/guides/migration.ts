import type { Override } from '@authchart/machine'
import { oldBackend } from './old-backend.ts'

/** `createAuth({ config, override: migration })` */
export const migration: Override = {
  signIn: (original) => async (input, options) => {
    // Creates the user in Cognito if the old backend knows the name and the password.
    if (input.password) await oldBackend.migrateUser(input.username, input.password, options.signal)
    return original(input, options)
  },
}
