import type { Secret } from '../../secret.ts'
import type { AnyAuth } from '../../steps/register.ts'
import type { AuthForm, FieldProblems, FormName } from '../auth-form.ts'
import { formOf } from '../form-of.ts'
import { formOfRequest } from '../form-of-request.ts'
import type { FormOptions } from '../form-options.ts'
import { type FormState, nextState } from './form-state.ts'
import { markRules } from './live-rules.ts'
import { contactsIn, formNamed, formWithId, readValues } from './read-values.ts'
import {
  emptyCodes,
  emptyRejected,
  emptySecrets,
  fill,
  focusHeading,
  focusRejectedField,
  hasLostFocus,
  regainFocus,
} from './settle-form.ts'

/** On an auth that begins with a failure, as that of a test may: the request that failed, as its view was then. */
const failedRequestKey: unique symbol = Symbol.for('@authchart/machine:failed-request')

interface WithFailedRequest {
  readonly [failedRequestKey]: ReturnType<AnyAuth['getView']> | undefined
}

/** The auths whose first screen was shown, by any store. */
const shownAuths = new WeakSet<AnyAuth>()

/** The part of an event that the handlers use: a native event, and React's. */
interface FormEvent<Target> {
  readonly currentTarget: Target
  preventDefault(): void
}

/**
 * What forms remember beside the view, and what they do in a page: reading the inputs, the focus, emptying what was
 * rejected, the live rules of a password, the cool-down. Bindings subscribe to it and put its handlers into props.
 */
export interface FormStore {
  /** The view with the memory, for {@link FormStore.formOf}. The same object until something changes. */
  getState(): FormState
  /** The state that a server renders and a page hydrates with. */
  getServerState(): FormState
  subscribe(listener: () => void): () => void
  /** The form of a state: the same object for the same state and the same members of the options. */
  formOf(state: FormState, options?: FormOptions): AuthForm
  /** After each render, with the form that is shown: focus, emptied fields, the code of a link. */
  settle(form: AuthForm): void
  /** The `ref` of each `<form>`. */
  readonly attach: (element: HTMLFormElement | null) => void
  /** The `submit` listener of each `<form>`. */
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  /** The `click` listener of the button of each action. */
  readonly onAction: (event: FormEvent<HTMLButtonElement>) => void
}

/**
 * Creates the store of the forms of an auth. It contains no secret: what is typed is read when it is sent.
 *
 * @example
 * const store = createFormStore(auth)
 * store.subscribe(() => render(store.formOf(store.getState())))
 */
export function createFormStore(auth: AnyAuth): FormStore {
  const listeners = new Set<() => void>()
  const elements = new Set<HTMLFormElement>()
  const first = auth.getView()
  let state: FormState = {
    view: first,
    task: formOfRequest((auth as Partial<WithFailedRequest>)[failedRequestKey] ?? first),
    now: Date.now(),
    shownAt: Date.now(),
  }
  let serverState: FormState | undefined
  let subscription: { unsubscribe(): void } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: { state: FormState; options: FormOptions; form: AuthForm } | undefined
  let shown: AuthForm | undefined
  /** The form that was shown last without a request in flight. */
  let settled: AuthForm | undefined
  /** The problem or failure that was shown with it. */
  let settledTrouble: object | undefined
  /** The code of a link that was put into the field last. */
  let filled: Secret | undefined
  /** The key of the screen that got the focus while its request is in flight. */
  let entered: string | undefined
  /** Another screen was shown since, if only while a request was in flight. */
  let isLeft = false
  let isAnswered = false
  let isResent = false
  let isCancelled = false

  function getState(): FormState {
    const view = auth.getView()
    if (view !== state.view) state = nextState(state, view)
    return state
  }

  function change(part: Partial<FormState>) {
    state = { ...getState(), ...part }
    report()
  }

  function report() {
    getState()
    schedule()
    for (const listener of listeners) listener()
  }

  /** A cool-down is shown in seconds. */
  function schedule() {
    clearTimeout(timer)
    const { view } = state
    if (!subscription || !('resendAt' in view)) return
    const left = view.resendAt - Date.now()
    if (left > 0) timer = setTimeout(() => change({ now: Date.now() }), left % 1000 || 1000)
  }

  function elementOf(name: FormName): HTMLFormElement | undefined {
    return [...elements].find((element) => element.isConnected && element.dataset.authform === name)
  }

  function remember(form: AuthForm, of: FieldProblems | undefined, typed: readonly string[]) {
    const all = [...new Set([...typed, ...(state.typed ?? [])])]
    change({ problems: of && { form: form.name, of }, typed: all })
  }

  return {
    getState,
    getServerState: () => (serverState ??= { view: auth.getServerView(), now: 0 }),
    subscribe(listener) {
      listeners.add(listener)
      subscription ??= auth.subscribe(report)
      schedule()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        subscription?.unsubscribe()
        subscription = undefined
        clearTimeout(timer)
      }
    },
    formOf(state, options = {}) {
      if (last?.state !== state || !isSame(last.options, options)) {
        last = { state, options, form: formOf(state.view, { ...options, ...state }) }
      }
      return last.form
    },
    settle(form) {
      shown = form
      // One that has left the page goes, with what was typed into it.
      for (const element of elements) {
        if (!element.isConnected && !formNamed(form, nameOf(element))) elements.delete(element)
      }
      // What happens then depends on the answer.
      if (!form.isPending) settleScreen(form)
      else {
        isAnswered = true
        isResent = state.view.pending === 'resending'
        // One that only waits is read out, too: the button that led there is gone.
        const element = elementOf(form.name)
        if (element && form.key !== entered && form.key !== settled?.key) {
          // A sign-out follows a page, perhaps one of the app's own.
          if (form.route === 'signingOut') shownAuths.add(auth)
          if (isNext(settled, element)) focusHeading(element, form)
          entered = form.key
        }
        isLeft ||= form.key !== settled?.key
      }
    },
    attach(element) {
      if (!element || elements.has(element)) return
      // Vue gives the forms of one part before any of them is in the page.
      for (const other of elements) {
        if (!other.isConnected && nameOf(other) === nameOf(element)) elements.delete(other)
      }
      elements.add(element)
      element.addEventListener('input', () => {
        const form = shown && formNamed(shown, nameOf(element))
        if (form) markRules(element, form)
      })
    },
    onSubmit(event) {
      event.preventDefault()
      const element = event.currentTarget
      const form = shown && formNamed(shown, nameOf(element))
      if (!form) return
      const values = readValues(element)
      isCancelled = false
      remember(form, form.submit(values), contactsIn(form, values))
    },
    onAction(event) {
      const { form: element, value } = event.currentTarget
      // The form itself need not be in the page.
      const form = shown && formWithId(shown, event.currentTarget.getAttribute('form'))
      const action = form?.actions.find(({ name }) => name === value)
      if (!form || !action) return
      if (action.name === 'cancel') isCancelled = true
      const values = readValues(element)
      const problems = action.run(values)
      if (problems) remember(form, problems, contactsIn(form, values))
    },
  }

  function settleScreen(form: AuthForm) {
    const before = settled
    if (before === form) return
    const parts = [form, ...form.sections]
    // An app may render it later, e.g. when it has the words.
    if (parts.every(({ name }) => !elementOf(name))) {
      isLeft ||= form.key !== before?.key
      isAnswered = false
      return
    }
    const element = elementOf(form.name)
    const trouble = state.problems ?? state.view.failure
    // Other words, or a second less to wait, change nothing here.
    const hasChanged = trouble !== settledTrouble
    settled = form
    entered = undefined
    settledTrouble = trouble
    const isSameScreen = before?.key === form.key && !isLeft
    if (element) fillLinkCode(element, form, isSameScreen)
    if (isSameScreen) {
      for (const part of parts) {
        const isOther = state.problems && state.problems.form !== part.name
        settlePart(before, part, hasChanged && !isOther)
      }
    } else if (element && isNext(before, element)) {
      focusHeading(element, form)
    }
    shownAuths.add(auth)
    isAnswered = false
    isLeft = false
  }

  /** The first screen of a page does not take the focus; that of another component, e.g. of a gate, follows one. */
  function isNext(before: AuthForm | undefined, element: HTMLFormElement): boolean {
    return before !== undefined || (shownAuths.has(auth) && hasLostFocus(element))
  }

  function settlePart(before: AuthForm, form: AuthForm, hasChanged: boolean) {
    const element = elementOf(form.name)
    const previous = formNamed(before, form.name)
    if (!element || !previous) return
    const isOwnAnswer = isAnswered && form.name === (state.task ?? form.route)
    const error = errorOf(form)
    if (isOwnAnswer && error === undefined && !isCancelled) {
      if (isResent) emptyCodes(element, form)
      else emptySecrets(element, form)
    }
    if (isOwnAnswer) emptyRejected(element, form)
    // A task of the account shows what is stored now; elsewhere what was typed stays.
    if (form.name !== form.route && initialsOf(previous) !== initialsOf(form)) element.reset()
    if (!isOwnAnswer && (!hasChanged || (error ?? errorOf(previous)) === undefined)) return
    if (!focusRejectedField(element, form)) regainFocus(element, form)
  }

  /** The code that came with a mail's link, once: the user may change it. */
  function fillLinkCode(element: HTMLFormElement, form: AuthForm, isSameScreen: boolean) {
    const { view } = state
    const code = 'linkCode' in view ? view.linkCode : undefined
    const field = form.fields.find(({ kind }) => kind === 'code')
    if (code && field && (code !== filled || !isSameScreen)) fill(element, field, code.reveal())
    filled = code
  }
}

const nameOf = (element: HTMLFormElement) => element.dataset.authform as FormName

const initialsOf = ({ fields }: AuthForm) => JSON.stringify(fields.map(({ initial }) => initial))

function isSame(one: FormOptions, other: FormOptions): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof FormOptions>
  return [...names].every((name) => Object.is(one[name], other[name]))
}

const errorOf = ({ error, fields }: AuthForm) =>
  error ?? fields.find((field) => field.error !== undefined)?.error
