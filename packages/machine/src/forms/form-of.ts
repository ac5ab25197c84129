import type { AnyStep } from '../steps/step.ts'
import { formKey } from '../view/own-screen.ts'
import type { AuthView } from '../view/views/auth-views.ts'
import type { OwnView } from '../view/views/own-view.ts'
import { english } from '../words/english.ts'
import { dateText, secondsText } from '../words/format.ts'
import type { AuthForm, FormName } from './auth-form.ts'
import { describeForm } from './describe/describe-form.ts'
import { describeStep, withStepTexts } from './describe/describe-step.ts'
import type { FormDescription } from './describe/description.ts'
import { dressForm } from './dress/dress-form.ts'
import { formOfRequest } from './form-of-request.ts'
import type { FormMemory, FormOptions } from './form-options.ts'
import { toE164 } from './phone/to-e164.ts'

/**
 * The screen of a view as a form: title, fields, actions and texts, with the HTML attributes of each element.
 * Pure: the same view, options and memory give an equal form. A form store adds what needs a DOM or a memory.
 *
 * @example
 * const form = formOf(auth.getView(), { words: german })
 * const problems = form.submit({ username: 'ada@example.com', password })
 */
export function formOf(
  shown: AuthView | OwnView,
  options: FormOptions & FormMemory = {},
): AuthForm {
  const { defaultCountry, problems, task, now = Date.now() } = options
  // The parts of a view that all have are read below, whichever it is.
  const view = shown as AuthView
  const step = formKey in shown ? (shown[formKey] as AnyStep) : undefined
  const words = step ? withStepTexts(options.words ?? english, step) : (options.words ?? english)
  const { normalizePhone = (text: string) => toE164(text, defaultCountry) } = options
  const timeUntil = (epochMs: number) =>
    epochMs > now ? secondsText(words, (epochMs - now) / 1000) : undefined
  const description = step
    ? describeStep(step, shown as OwnView, words)
    : describeForm(view, {
        ...options,
        timeUntil,
        date: (epochMs) => dateText(words, epochMs),
      })
  const request = formOfRequest(view)
  return dressForm(description, {
    view,
    words,
    normalizePhone,
    problems,
    shownAt: options.shownAt ?? now,
    idPrefix: options.idPrefix ?? 'auth',
    appName: options.appName ?? globalThis.location?.hostname ?? 'Authchart',
    failed: hasForm(description, task) ? task : description.name,
    pending: request && (hasForm(description, request) ? request : description.name),
  })
}

function hasForm({ sections = [] }: FormDescription, task: FormName | undefined): task is FormName {
  return sections.some(({ name }) => name === task)
}
