import type { OperationContext } from '../../operation.ts'
import { runTrigger } from '../../triggers/run-trigger.ts'
import { triggerAttributes } from '../../triggers/trigger-attributes.ts'
import type { TriggerSource } from '../../triggers/trigger-events.ts'
import type { User } from '../users/user.ts'
import { post } from './outbox.ts'
import type { OutboxMessage } from './outbox-message.ts'

const codeParameter = '{####}'
const usernameParameter = '{username}'

const templates: Readonly<
  Record<
    OutboxMessage['kind'],
    { readonly source: TriggerSource<'customMessage'>; readonly text: string }
  >
> = {
  signUp: { source: 'CustomMessage_SignUp', text: 'Your confirmation code is {####}' },
  resendCode: { source: 'CustomMessage_ResendCode', text: 'Your confirmation code is {####}' },
  forgotPassword: {
    source: 'CustomMessage_ForgotPassword',
    text: 'Your password reset code is {####}',
  },
  updateAttribute: {
    source: 'CustomMessage_UpdateUserAttribute',
    text: 'Your verification code is {####}',
  },
  verifyAttribute: {
    source: 'CustomMessage_VerifyUserAttribute',
    text: 'Your verification code is {####}',
  },
  signIn: { source: 'CustomMessage_Authentication', text: 'Your sign-in code is {####}' },
  mfa: { source: 'CustomMessage_Authentication', text: 'Your authentication code is {####}' },
  adminCreateUser: {
    source: 'CustomMessage_AdminCreateUser',
    text: 'Your username is {username} and temporary password is {####}',
  },
}

interface Message {
  readonly kind: OutboxMessage['kind']
  readonly medium: OutboxMessage['medium']
  readonly to: string
  /** The code, or the temporary password in an invitation. */
  readonly code: string
  /** The user's name in the message. Default: the username. */
  readonly shownName?: string | undefined
  /** The pool's own text, if it is set. */
  readonly template?:
    | { readonly text?: string | undefined; readonly subject?: string | undefined }
    | undefined
}

/** Sends a message, with the text of the custom message trigger if there is one. */
export async function sendMessage(
  context: OperationContext,
  user: User,
  { kind, medium, to, code, shownName = user.username, template }: Message,
): Promise<void> {
  const { source, text: usual } = templates[kind]
  const text = template?.text ?? usual
  const custom = await runTrigger(context, 'customMessage', source, user, {
    userAttributes: triggerAttributes(user),
    codeParameter,
    usernameParameter: text.includes(usernameParameter) ? usernameParameter : null,
  })
  const body =
    medium === 'SMS'
      ? (custom?.smsMessage ?? text)
      : withSubject(custom?.emailSubject ?? template?.subject, custom?.emailMessage ?? text)
  post(context, {
    medium,
    to,
    username: user.username,
    kind,
    code,
    body: body.replaceAll(codeParameter, () => code).replaceAll(usernameParameter, () => shownName),
  })
}

const withSubject = (subject: string | undefined, message: string) =>
  subject === undefined ? message : `${subject}\n\n${message}`
