import type { AuthView } from '../view/views/auth-views.ts'

/** What an action takes; `never` for one that takes nothing, or no object. */
type Input<Method> = Method extends (...input: infer Inputs) => void
  ? Inputs extends readonly []
    ? never
    : Extract<NonNullable<Inputs[0]>, object>
  : never

/** The actions of a view that take an object, e.g. `'submit'`. */
export type InputAction<View extends AuthView> = {
  [Name in keyof View]: [Input<View[Name]>] extends [never] ? never : Name
}[keyof View] &
  string

/** What the action takes: `SignInForm` for `submit` of `signIn`. */
export type PayloadOf<View extends AuthView, Action extends keyof View> = Input<View[Action]>

type KeyOf<Payload> = Payload extends unknown ? keyof Payload : never

type IsRequired<Payload, Key> = Payload extends unknown
  ? Key extends keyof Payload
    ? Record<never, never> extends Pick<Payload, Key>
      ? false
      : true
    : false
  : never

/** Whether each member is required, in every form of the payload. */
export type MembersOf<Payload> = {
  readonly [Key in KeyOf<Payload>]: false extends IsRequired<Payload, Key> ? false : true
}
