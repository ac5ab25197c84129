import type { AuthUser } from '../../auth-user.ts'
import type { ScreenEvent } from '../../chart/events.ts'
import { greetingOf } from '../../view/greeting.ts'
import type { AuthView, ViewOf } from '../../view/views/auth-views.ts'
import type { CodeSentView, OtherFactors } from '../../view/views/base-view.ts'
import type { AccountTask } from '../auth-form.ts'
import { formOfRequest } from '../form-of-request.ts'
import type { DescribeOptions } from './describe-options.ts'
import type { ActionDescription } from './description.ts'
import { textOf } from './values.ts'

type Cancellable = Extract<AuthView, { cancel: () => void }>

/** While a request is in flight; of a task of the account, while it is the request of that task. */
export function cancelAction(view: Cancellable, task?: AccountTask): ActionDescription | undefined {
  if (!view.isPending || (task && formOfRequest(view) !== task)) return undefined
  return {
    name: 'cancel',
    event: view.route === 'signedIn' ? 'signedIn.cancel' : `${view.route}.cancel`,
    kind: 'secondary',
    label: { key: 'action.cancel' },
    act: view.cancel,
  }
}

function goSignInAction(goSignIn: () => void): ActionDescription {
  return {
    name: 'goSignIn',
    event: 'go.signIn',
    kind: 'link',
    label: { key: 'action.goSignIn' },
    act: goSignIn,
  }
}

/** For a user who has signed in in another tab. */
export function goSignedInAction(
  elsewhere: AuthUser | undefined,
  goSignedIn: () => void,
): ActionDescription | undefined {
  if (!elsewhere) return undefined
  return {
    name: 'goSignedIn',
    event: 'go.signedIn',
    kind: 'secondary',
    label: { key: 'action.goSignedIn', values: { name: greetingOf(elsewhere).name } },
    act: goSignedIn,
  }
}

/** To another first factor, on the screens of a challenge. */
export function otherFactorAction({
  otherFactors,
  goSelectFactor,
}: OtherFactors): ActionDescription | undefined {
  if (otherFactors.length === 0) return undefined
  return {
    name: 'goSelectFactor',
    event: 'go.selectFactor',
    kind: 'link',
    label: { key: 'action.goSelectFactor' },
    act: goSelectFactor,
  }
}

/** The exits of every screen before a sign-in. */
export function exitActions(view: {
  readonly elsewhere: AuthUser | undefined
  readonly goSignIn: () => void
  readonly goSignedIn: () => void
}): readonly (ActionDescription | undefined)[] {
  return [goSignInAction(view.goSignIn), goSignedInAction(view.elsewhere, view.goSignedIn)]
}

/** For a user who has a code already: needs nothing but the user name. */
export function haveCodeAction(
  event: 'go.confirmSignUp' | 'go.resetPassword',
  go: (input: { username: string }) => void,
): ActionDescription {
  return {
    name: event === 'go.confirmSignUp' ? 'goConfirmSignUp' : 'goResetPassword',
    event,
    kind: 'link',
    label: { key: 'action.haveCode' },
    needs: ['username'],
    act: (values) => go({ username: textOf(values, 'username') }),
  }
}

/** Sends another code, once the cool-down is over. */
export function resendAction(
  event: Extract<ScreenEvent['type'], `${string}.resend`>,
  { canResend, resendAt }: Pick<CodeSentView, 'canResend' | 'resendAt'>,
  resend: () => void,
  timeUntil: DescribeOptions['timeUntil'],
): ActionDescription {
  const time = canResend ? undefined : timeUntil(resendAt)
  return {
    name: 'resend',
    event,
    kind: 'secondary',
    label: time ? { key: 'action.resendIn', values: { time } } : { key: 'action.resend' },
    isDisabled: !canResend,
    act: resend,
  }
}

type HostedUiView = Pick<ViewOf<'signIn'>, 'hasHostedUi' | 'providers' | 'redirect' | 'isPending'>

/** A button for each provider of the hosted UI, or one for the hosted UI itself. */
export function providerActions(
  event: 'signIn.redirect' | 'signUp.redirect',
  { hasHostedUi, providers, redirect, isPending }: HostedUiView,
  { customState }: DescribeOptions,
): readonly ActionDescription[] {
  if (!hasHostedUi) return []
  const common = { event, kind: 'provider', isDisabled: isPending } as const
  if (providers.length === 0) {
    return [
      {
        ...common,
        name: 'redirect',
        label: { key: 'action.redirect' },
        act: () => redirect({ customState: customState?.() }),
      },
    ]
  }
  return providers.map(({ name, label }) => ({
    ...common,
    name: `redirect.${name}`,
    label: { key: 'action.redirectTo', values: { provider: label } },
    act: () => redirect({ provider: name, customState: customState?.() }),
  }))
}
