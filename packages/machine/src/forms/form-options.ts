import type { AuthRoute } from '../view/route.ts'
import type { Words } from '../words/words.ts'
import type { FieldProblems, FormName } from './auth-form.ts'
import type { PhoneCountry } from './phone/phone-country.ts'

/** Where Cognito receives the value of a developer's own field. */
export type FieldTarget = 'attributes' | 'validationData' | 'clientMetadata'

/** The screens whose action takes the target. */
type RouteTaking<Target extends FieldTarget> = Target extends 'attributes'
  ? 'signUp' | 'newPassword'
  : Target extends 'validationData'
    ? 'signIn' | 'signUp'
    : Exclude<AuthRoute, 'restoring' | 'redirecting' | 'confirmContact' | 'signedIn' | 'signingOut'>

interface ExtraFieldOf<Target extends FieldTarget> {
  readonly route: RouteTaking<Target>
  readonly to: Target
  /** The name of the attribute or of the value, e.g. `'custom:team'`. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly kind?: 'text' | 'email' | 'phone' | 'date' | 'url' | 'checkbox' | undefined
  /** `false` by default. */
  readonly isRequired?: boolean | undefined
  /** HTML's `autocomplete`; `'off'` by default. */
  readonly autocomplete?: string | undefined
}

/**
 * A field of the developer's own.
 *
 * @example
 * const invitation: ExtraField = { route: 'signUp', to: 'validationData', name: 'invitation', label: 'Invitation' }
 */
export type ExtraField = { [Target in FieldTarget]: ExtraFieldOf<Target> }[FieldTarget]

/** How forms are made; every member has a default. */
export interface FormOptions {
  /** English by default. */
  readonly words?: Words | undefined
  /** A new password has to be typed twice. `false` by default. */
  readonly repeatPassword?: boolean | undefined
  /** For phone numbers without a country code: ISO 3166-1, e.g. `'DE'`. */
  readonly defaultCountry?: PhoneCountry | undefined
  /** Instead of our own reading of phone numbers, e.g. by `libphonenumber-js`: E.164, or `undefined`. */
  readonly normalizePhone?: ((text: string) => string | undefined) | undefined
  readonly extraFields?: readonly ExtraField[] | undefined
  /** The attributes that the profile shows; `name`, `email` and `phone_number` by default. */
  readonly profile?: readonly string[] | undefined
  /** The name of your app in the authenticator app; the host of the page by default. */
  readonly appName?: string | undefined
  /** What a redirect to the hosted UI carries, e.g. the page that the user wanted: `redirect.completed` has it. */
  readonly customState?: (() => string | undefined) | undefined
  /** Before the ids of the elements, where two forms with the same name are in one page. */
  readonly idPrefix?: string | undefined
}

/** What a form needs to know that is not in the view. The form store keeps it; a pure caller may leave it out. */
export interface FormMemory {
  /** What was wrong with the last values, and in which form. */
  readonly problems?: { readonly form: FormName; readonly of: FieldProblems } | undefined
  /** The task of the account that was used last: the view's failure belongs to it. */
  readonly task?: FormName | undefined
  /** The time, in ms since the epoch; now by default. */
  readonly now?: number | undefined
  /** When the view came, in ms since the epoch: an alert does not count down. `now` by default. */
  readonly shownAt?: number | undefined
  /** E-mail addresses and phone numbers that this user typed: these are shown whole. */
  readonly typed?: readonly string[] | undefined
}
