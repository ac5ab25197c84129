import { createAuth } from '@authchart/machine'

export const auth = createAuth({
  config: {
    userPoolId: 'us-east-1_AbCdEf123',
    userPoolClientId: '1a2b3c4d5e6f7g8h9i0jklmnop',
    loginWith: ['email'],
    passwordless: { factors: ['PASSKEY', 'EMAIL', 'PASSWORD'] },
  },
})
