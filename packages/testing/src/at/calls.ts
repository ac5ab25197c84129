import type { AuthRoute, AuthView, OwnView, ViewOf } from '@authchart/machine'

type AnyFunction = (...input: never[]) => unknown
type Nothing = ReturnType<() => void>

/** The functions of a view that give something, and do nothing. */
type ReadOf<View> = {
  [Key in keyof View]: View[Key] extends AnyFunction
    ? ReturnType<View[Key]> extends Nothing
      ? never
      : Key
    : never
}[keyof View]

type ReadName = { [Route in AuthRoute]: ReadOf<ViewOf<Route>> }[AuthRoute]

const reads = {
  checkPassword: true,
  setupKey: true,
  setupUri: true,
} as const satisfies Record<ReadName, true>

/** What the UI has called. */
export interface Call {
  /** An action of the view (`submit`, `goSignUp`) or a function of the auth (`getSession`, `fetch`). */
  readonly name: string
  /**
   * The argument, as it was given; an array of the arguments where there are several. Events of the page, as
   * with `onClick={view.goSignUp}`, are left out.
   */
  readonly input: unknown
}

/** Writes down what a UI calls. */
export class CallRecorder {
  readonly calls: Call[] = []
  readonly #views = new WeakMap<AuthView | OwnView, AuthView | OwnView>()
  /** Actions stay the same as long as those of the view do. */
  readonly #recorded = new WeakMap<AnyFunction, AnyFunction>()

  record(name: string, input: readonly unknown[]): void {
    const given = input.filter((one) => !isOfPage(one))
    this.calls.push({ name, input: given.length > 1 ? given : given[0] })
  }

  /** The view with actions that are written down. The same object for the same view. */
  viewOf<View extends AuthView | OwnView>(view: View): View {
    const known = this.#views.get(view)
    if (known) return known as View
    const actions = Object.entries(view).flatMap(([name, member]) =>
      typeof member === 'function' && !Object.hasOwn(reads, name)
        ? [[name, this.#actionOf(name, member as AnyFunction)] as const]
        : [],
    )
    // The form of a step is not under a name.
    const recorded: View = { ...view, ...Object.fromEntries(actions) }
    this.#views.set(view, recorded)
    return recorded
  }

  #actionOf(name: string, action: AnyFunction): AnyFunction {
    const known = this.#recorded.get(action)
    if (known) return known
    const recorded: AnyFunction = (...input) => {
      this.record(name, input)
      return action(...input)
    }
    this.#recorded.set(action, recorded)
    return recorded
  }
}

/** A native event, or React's around it. */
const isOfPage = (value: unknown): boolean =>
  value instanceof Event || Object(value).nativeEvent instanceof Event
