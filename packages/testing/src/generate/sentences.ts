import type { Step } from '../model/model.ts'

/** What a step is, in a sentence: `submits “sign in”`, `Cognito answers signIn: SMS_MFA`. */
export function sentenceOf({ kind, event, label, outcome, afterMs = 0 }: Step): string {
  switch (kind) {
    case 'action':
      return `${actionOf(event.type)}${choiceOf(event, label)}`
    case 'outcome':
      return outcome ? endOf(outcome) : label
    case 'external':
      return externalEvents[label] ?? label
    case 'timer':
      return `${afterMs / 1000} s pass`
  }
}

/** `confirmSignIn` as people say it. */
export function spoken(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

const verbs: Readonly<Record<string, string>> = {
  submit: 'submits',
  cancel: 'cancels',
  skip: 'skips',
  retry: 'tries again:',
  leave: 'leaves',
  resend: 'requests another code:',
}

function actionOf(type: string): string {
  const [screen = '', verb] = type.split('.')
  if (verb === undefined) return type === 'signOut' ? 'signs out' : `sends ${type}`
  if (screen === 'go') return `goes to “${spoken(verb)}”`
  const known = verbs[verb]
  return known ? `${known} “${spoken(screen)}”` : `“${spoken(screen)}”: ${spoken(verb)}`
}

/** The fields that distinguish the payloads of an event. None is secret. */
function choiceOf(event: Readonly<Record<string, unknown>>, label: string): string {
  if (label === event.type) return ''
  const fields = Object.entries(event)
    .filter(([key, value]) => key !== 'type' && typeof value !== 'object')
    .map(([key, value]) => `${spoken(key)}: ${value}`)
  return fields.length > 0 ? ` (${fields.join(', ')})` : ''
}

function endOf({ actor, name, rejection }: NonNullable<Step['outcome']>): string {
  if (actor === 'readSession' && !rejection) return `the browser stores ${name}`
  if (rejection) {
    return rejection.operation === 'browser'
      ? `${actor} fails: ${name}`
      : `${actor} is rejected: ${name}`
  }
  return name === 'success' ? `${actor} succeeds` : `${actor} is answered: ${name}`
}

const externalEvents: Readonly<Record<string, string>> = {
  'session.found': 'another user signs in in another tab',
  'session.refreshed': 'the session is refreshed',
  'session.refreshFailed': 'the session cannot be refreshed just now',
  'session.ended 1': 'the session is revoked',
  'session.ended 2': 'another tab signs out',
  'link.opened 1': 'a link to confirm a sign-up is opened',
  'link.opened 2': 'a link to reset a password is opened',
  'account.read': 'the account has been read',
}
