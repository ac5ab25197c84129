import type { FailureField } from '@authchart/machine'
import type { CheckInput } from './check-input.ts'

/** Checks one rule: returns what is wrong, with the fix in a second line, or `undefined`. */
export type Check = (input: CheckInput) => string | undefined

/** The `autocomplete` of the input for each field (WCAG 1.3.5); other fields have none. */
const purposesOf: ReadonlyMap<FailureField, readonly string[]> = new Map([
  ['username', ['username']],
  ['password', ['current-password', 'new-password']],
  ['previousPassword', ['current-password']],
  ['code', ['one-time-code']],
  ['email', ['email']],
  ['attributes.email', ['email']],
  ['attributes.phone_number', ['tel']],
])

const tokenKey =
  /^\w+ (CognitoIdentityServiceProvider\..*\.(idToken|accessToken|refreshToken)(\.\d+)?|aws-amplify-federatedInfo)$/

const simplified = (text: string) => text.replaceAll(/\s+/g, ' ').toLowerCase()

/** Whether a text contains a contact that Cognito masks like this, e.g. `a***@e***`. */
function showsContact(mask: string): (text: string) => boolean {
  const parts = mask.split(/\*+/).map((part) => part.replaceAll(/[.+?^$()[\]{}|\\]/g, '\\$&'))
  const pattern = new RegExp(parts.join('\\S*'))
  return (text) => pattern.test(text)
}

/** The rules that a page has to follow after each step, in the order in which they are checked. */
export const checks = {
  /** Screen readers announce a failure because it is in a live region. */
  failureAnnounced({ failure, isPending, page: { alerts, statuses } }) {
    // While the app restores or signs out, the failure is not shown yet.
    return failure && !isPending && alerts.length === 0 && statuses.length === 0
      ? `the failure “${failure.code}” is not announced: every role=alert and aria-live region is empty\nRender what you say of view.failure in an element with role="alert".`
      : undefined
  },

  /** A failure is no longer shown after the next attempt or on another screen. */
  noStaleError({ failure, page: { alerts } }) {
    return failure === undefined && alerts.length > 0
      ? `an alert is shown, though nothing is wrong (any more): “${alerts.join('”, “')}”\nRender it from view.failure alone, without a copy of it in a state of your own; keep role="alert" for failures.`
      : undefined
  },

  /** Users of a keyboard or a screen reader need the focus on the new screen, or at the failure. */
  focusMoved({ page, route, previous, failure, isPending, isFirst, step }) {
    if (page.focus || isPending || isFirst) return undefined
    const heading = page.heading ? `the heading “${page.heading}”` : 'a heading of the screen'
    if (route !== previous) {
      return `the screen has changed to “${route}”, but the focus is nowhere\nFocus ${heading} when the route changes: give it tabindex="-1" and call focus().`
    }
    return failure && step.kind === 'outcome'
      ? `“${failure.code}” has come, but the focus is nowhere\nA button that is disabled during its request loses the focus: focus the field of view.failure or the button again after the response. Or use aria-disabled.`
      : undefined
  },

  /** If Cognito rejects a field, the user is taken to that field or to the message. */
  focusAtRejectedField({ failure, step, isPending, isFirst, route, previous, page }) {
    if (!failure?.field || step.kind !== 'outcome' || isPending || isFirst) return undefined
    // On a new screen the focus is on the heading.
    if (route !== previous) return undefined
    const { focus, isFocusOnInput, purposes } = page
    const isThere = purposesOf.get(failure.field)?.some((purpose) => purposes.includes(purpose))
    return isThere && !isFocusOnInput
      ? `“${failure.code}” is about the ${failure.field}, but the focus is at ${focus ?? 'nothing'}\nFocus the input of view.failure.field when the answer is there.`
      : undefined
  },

  /** During a request nothing can be submitted. */
  submitDisabled({ isPending, page: { openSubmits } }) {
    return isPending && openSubmits.length > 0
      ? `a request is in flight, but “${openSubmits.join('”, “')}” is enabled\nGive it disabled={view.isPending} (Vue: :disabled="view.isPending").`
      : undefined
  },

  /** An action sends one request. */
  oneRequest({ requests }) {
    const repeated = [...requests].filter(([, count]) => count > 1)
    return repeated.length > 0
      ? `requested more than once: ${repeated.map(([operation, count]) => `${operation} ${count} times`).join(', ')}\nCall the action once for each submit: in onSubmit of the form, not in onClick of its button as well.`
      : undefined
  },

  /** After sign-out no token is stored. If the storage fails to remove it, that is a failure of its own. */
  noTokenLeft({ isSignedIn, isPending, failure, page: { occurrences } }) {
    if (isSignedIn || isPending || failure?.code === 'storageRefused') return undefined
    const left = occurrences.filter(({ place }) => tokenKey.test(place))
    return left.length > 0
      ? `no user is signed in, but tokens are left in ${left.map(({ place }) => place).join(', ')}`
      : undefined
  },

  /** The screen shows where the code went: masked as Cognito masks it, or whole to the user who has typed it. */
  destinationShown({ destination, isPending, page: { texts } }) {
    return destination === undefined || isPending || texts.some(showsContact(destination))
      ? undefined
      : `the code went to ${destination}, but the screen does not say so\nShow view.destination.`
  },

  /** A user who has typed a username does not have to type it again at sign-in. */
  usernameRemembered({ route, username, isPending, page: { texts, fields } }) {
    if (route !== 'signIn' || username === '' || isPending) return undefined
    const isThere = texts.some((text) => text.includes(username)) || fields.includes(username)
    return isThere
      ? undefined
      : 'the username has to be typed again\nBegin the field with view.username: defaultValue={view.username} (Vue: :value).'
  },

  /** After Cognito has rejected a code, its field is empty for the next code. */
  rejectedCodeCleared({ failure, isPending, step, page: { filledCodes } }) {
    return step.kind === 'outcome' &&
      !isPending &&
      failure?.field === 'code' &&
      filledCodes.length > 0
      ? `the code was rejected (${failure.code}), but it is still in ${filledCodes.join(', ')}\nEmpty the field when view.failure.field is code: the next code would be typed behind it.`
      : undefined
  },

  /** Screen readers announce a notice, too. */
  noticeAnnounced({ notice, isPending, page: { alerts, statuses } }) {
    return notice && !isPending && alerts.length === 0 && statuses.length === 0
      ? `“${notice}” is not announced: every live region is empty\nRender what you say of view.notice in an element with role="status" that is there before the text is.`
      : undefined
  },

  /** The screen shows the texts that the contract declares. */
  wordsShown({ words, isPending, page: { texts } }) {
    if (isPending) return undefined
    const shown = texts.map(simplified)
    const missing = words.find((word) => !shown.some((text) => text.includes(simplified(word))))
    return missing === undefined ? undefined : `the screen has to say “${missing}”, and does not`
  },

  /** Buttons of the contract are enabled exactly while they have an effect. */
  buttonsWork({ wrongButtons: [wrong] }) {
    return wrong
  },
} satisfies Record<string, Check>

/** What is wrong with a page after a step. `Screens` has already checked that it is the right screen. */
export function runChecks(input: CheckInput): readonly string[] {
  const all: readonly Check[] = Object.values(checks)
  return all.map((check) => check(input)).filter((wrong) => wrong !== undefined)
}
