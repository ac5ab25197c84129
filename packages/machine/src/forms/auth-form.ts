import type { ScreenEvent } from '../chart/events.ts'
import type { PasswordRule } from '../password-policy.ts'
import type { OwnEventType, RegisteredRoute } from '../steps/register.ts'
import type { FieldProblem } from './checks/field-problem.ts'

/** A task of a signed-in user; each has a form of its own. */
export type AccountTask =
  | 'updateAttributes'
  | 'changePassword'
  | 'setMfaPreference'
  | 'devices'
  | 'passkeys'
  | 'deleteUser'

/** The name of a form: its route, or a task of the account. */
export type FormName = RegisteredRoute | AccountTask

/** Attributes of an HTML element, by their names in HTML. A member that is `undefined` is no attribute. */
export type HtmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** What was typed, by the names of the fields. */
export type FormValues = Readonly<Record<string, string>>

/** What is wrong with what was typed, by the names of the fields. */
export type FieldProblems = Readonly<Record<string, FieldProblem>>

export type FieldKind =
  | 'text'
  | 'email'
  | 'phone'
  | 'password'
  | 'code'
  | 'date'
  | 'url'
  | 'checkbox'
  /** One of `options`, as radio buttons. */
  | 'choice'

/** A rule of the pool for a new password. */
export interface FieldRule {
  readonly rule: PasswordRule
  readonly label: string
  /** Whether a password follows the rule. */
  readonly isFollowed: (password: string) => boolean
  /** For the element that shows the rule. While the user types, its `data-passed` is `true` or `false`. */
  readonly attributes: HtmlAttributes
}

export interface FieldOption {
  readonly value: string
  readonly label: string
  /** Chosen at first. */
  readonly isInitial: boolean
  /** For the `<input type="radio">`. */
  readonly attributes: HtmlAttributes
}

export interface FormField {
  /** As in the payload of the action, e.g. `'username'` or `'attributes.email'`. */
  readonly name: string
  readonly kind: FieldKind
  readonly label: string
  readonly hint: string | undefined
  /** What is wrong with the field: found before sending, or a failure of Cognito. */
  readonly error: string | undefined
  readonly isRequired: boolean
  /** For a button that shows what is typed; `undefined` for fields that hide nothing. */
  readonly showLabel: string | undefined
  /** The rules of a new password; empty for other fields. */
  readonly rules: readonly FieldRule[]
  /** The options of a `choice`; empty for other fields. */
  readonly options: readonly FieldOption[]
  /** What the input begins with. Never a password or a code. */
  readonly initial: string | undefined
  /** For the `<input>`; for a `choice`, the element around its radio buttons. */
  readonly attributes: HtmlAttributes
  /** For the element that shows `hint`. */
  readonly hintAttributes: HtmlAttributes
  /** For the element that shows `error`: `role="alert"`, so that screen readers announce it. */
  readonly errorAttributes: HtmlAttributes
  /** For the element around the rules. */
  readonly rulesAttributes: HtmlAttributes
  /** For an empty element beside the rules. While the user types, it has the rules that are left, for screen readers. */
  readonly rulesStatusAttributes: HtmlAttributes
}

export interface FormAction {
  /** Unique in its form, e.g. `'goSignUp'`, `'redirect.Google'`. */
  readonly name: string
  /** The event that the action sends. */
  readonly event: ScreenEvent['type'] | OwnEventType
  /** How to show it: a button, a link, a provider's button, or a button that needs care. */
  readonly kind: 'secondary' | 'link' | 'provider' | 'danger'
  readonly label: string
  readonly isDisabled: boolean
  /** For the `<button>`. */
  readonly attributes: HtmlAttributes
  /**
   * Does it.
   *
   * @returns what is wrong with the fields that the action needs; then nothing is sent
   */
  readonly run: (values: FormValues) => FieldProblems | undefined
}

/** The key of an authenticator app, for a user who adds it. Functions, so that no log of the form has it. */
export interface FormSetup {
  readonly label: string
  readonly linkLabel: string
  /** The key to type into the app; `undefined` until Cognito has sent it. */
  readonly key: () => string | undefined
  /** The `otpauth:` URI, for a QR code or a link; it contains the key. */
  readonly uri: () => string | undefined
}

/** One screen, or one task of the account, as data: everything that it shows and can do. */
export interface AuthForm {
  readonly name: FormName
  readonly route: RegisteredRoute
  /** Another key is another screen: use it as the key of the element, so that no input is used again. */
  readonly key: string
  readonly title: string
  /** A sentence below the title, e.g. where the code went. */
  readonly text: string | undefined
  /** What goes on or went well, for an element with `role="status"` that is always there; empty for nothing. */
  readonly status: string
  /** What went wrong and belongs to no field, for an element with `role="alert"`. */
  readonly error: string | undefined
  /** A request is in flight. */
  readonly isPending: boolean
  readonly fields: readonly FormField[]
  /** `undefined` where there is nothing to submit. */
  readonly submitLabel: string | undefined
  /** In a stable order. */
  readonly actions: readonly FormAction[]
  /**
   * For a hidden `<input>` with the name of the user whose new password it is: password managers
   * store the password for it. `undefined` where there is none.
   */
  readonly accountAttributes: HtmlAttributes | undefined
  /** On `setupTotp`, while there is a key to add. */
  readonly setup: FormSetup | undefined
  /** On `signedIn`, a form for each task of the account; empty elsewhere. */
  readonly sections: readonly AuthForm[]
  /** For the heading that shows `title`: the focus goes there on a new screen. */
  readonly titleAttributes: HtmlAttributes
  /** For the `<form>`. */
  readonly attributes: HtmlAttributes
  /** For the submit button. */
  readonly submitAttributes: HtmlAttributes
  /**
   * Checks the values and sends them.
   *
   * @returns what is wrong; then nothing is sent
   */
  readonly submit: (values: FormValues) => FieldProblems | undefined
}
