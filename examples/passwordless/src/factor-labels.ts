import type { FirstFactor } from '@authchart/machine'

export const factorLabels: Record<FirstFactor, string> = {
  PASSKEY: 'Use a passkey',
  EMAIL: 'Send a code by e-mail',
  SMS: 'Send a code by text message',
  PASSWORD: 'Use the password',
}
