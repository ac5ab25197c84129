import { createAuth } from '@authchart/machine'
import { cookieStorage } from '@authchart/machine/browser'

export const auth = createAuth({
  config: { userPoolId: 'us-east-1_AbCdEf123', userPoolClientId: 'abc' },
  storage: cookieStorage(),
})
