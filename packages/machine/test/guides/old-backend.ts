import type { Secret } from '@authchart/machine'

/** Stands for the backend of an app that moves to Cognito. */
export const oldBackend = {
  async migrateUser(_username: string, _password: Secret, _signal: AbortSignal): Promise<void> {},
}
