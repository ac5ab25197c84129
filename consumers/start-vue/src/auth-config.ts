import type { AuthConfig } from '@authchart/machine'

/** The line that the sandbox has printed; later the configuration of your user pool. */
export const config: AuthConfig = {
  endpoint: 'http://127.0.0.1:4800',
  region: 'us-east-1',
  userPoolId: 'us-east-1_Sandbox01',
  userPoolClientId: 'sandboxclient0000000000001',
  loginWith: ['email'],
}
