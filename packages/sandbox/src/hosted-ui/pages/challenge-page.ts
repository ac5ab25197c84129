import { html } from 'hono/html'
import { deliveryDetails } from '../../pool/messages/outbox.ts'
import type { MfaFactor } from '../../pool/mfa/user-mfa.ts'
import { missingRequired } from '../../pool/users/attributes.ts'
import type { PendingChallenge } from '../../sign-in/pending-challenge.ts'
import type { SignIn } from '../../sign-in/sign-in.ts'
import { findSignInUser } from '../../sign-in/sign-in-user.ts'
import type { SandboxState } from '../../state.ts'
import { type Html, hiddenInputs, problemText } from './page.ts'
import { passkeyForm } from './passkey-form.ts'
import { passkeyScript } from './passkey-script.ts'

interface ChallengeForm {
  /** The query of the authorization request. */
  readonly search: string
  readonly csrf: string
  readonly session: string
  readonly problem: string | undefined
}

interface ChallengePage {
  readonly title: string
  readonly page: Html
  readonly script?: string
}

/**
 * The form for a challenge of the API. Its inputs have the names of ChallengeResponses. Undefined
 * for a challenge without a page.
 */
export function challengePage(
  state: SandboxState,
  pending: PendingChallenge,
  shown: ChallengeForm,
): ChallengePage | undefined {
  const form = (title: string, fields: Html) => ({ title, page: formAround(shown, fields) })
  switch (pending.challenge) {
    case 'SMS_MFA': {
      const { Destination } = deliveryDetails('phone_number', pending.to)
      return form('Enter the code', codeField('SMS_MFA_CODE', `We sent a code to ${Destination}.`))
    }
    case 'EMAIL_OTP': {
      const { Destination } = deliveryDetails('email', pending.to)
      return form(
        'Enter the code',
        codeField('EMAIL_OTP_CODE', `We sent a code to ${Destination}.`),
      )
    }
    case 'SOFTWARE_TOKEN_MFA':
      return form(
        'Enter the code',
        codeField('SOFTWARE_TOKEN_MFA_CODE', 'Your authenticator app shows it.'),
      )
    case 'SELECT_MFA_TYPE':
      return form('Choose how to get a code', choiceButtons(pending.choices))
    case 'NEW_PASSWORD_REQUIRED':
      return form('Change the password', newPasswordFields(state, pending.signIn))
    case 'WEB_AUTHN':
      return {
        title: 'Sign in with a passkey',
        page: passkeySignIn(pending.request.options, shown),
        script: passkeyScript,
      }
    default:
      return undefined
  }
}

const passkeySignIn = (options: string, { search, csrf, session, problem }: ChallengeForm) =>
  html`${problemText(problem)}
${passkeyForm({
  action: `/challenge${search}`,
  hidden: { _csrf: csrf, session },
  ceremony: 'get',
  options,
  button: 'Use a passkey',
  alternative: { url: `/login${search}`, label: 'Sign in another way' },
})}`

const formAround = ({ search, csrf, session, problem }: ChallengeForm, fields: Html) =>
  html`${problemText(problem)}
<form method="post" action="/challenge${search}">
${hiddenInputs({ _csrf: csrf, session })}
${fields}
</form>`

const codeField = (name: string, hint: string) => html`<p class="hint">${hint}</p>
<label>Code
<input name="${name}" inputmode="numeric" autocomplete="one-time-code" required></label>
<button>Sign in</button>`

const factors: Readonly<Record<MfaFactor, string>> = {
  SMS_MFA: 'Text message',
  EMAIL_OTP: 'E-mail',
  SOFTWARE_TOKEN_MFA: 'Authenticator app',
}

const choiceButtons = (choices: readonly MfaFactor[]) => html`<div class="providers">
${choices.map((factor) => html`<button class="quiet" name="ANSWER" value="${factor}">${factors[factor]}</button>`)}
</div>`

function newPasswordFields(state: SandboxState, signIn: SignIn) {
  const missing = missingRequired(state.options, findSignInUser(state, signIn)?.attributes ?? {})
  return html`<label>New password
<input name="NEW_PASSWORD" type="password" autocomplete="new-password" required></label>
${missing.map((name) => html`<label>${name}<input name="userAttributes.${name}" required></label>`)}
<button>Change and sign in</button>`
}
