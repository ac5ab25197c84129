import { onTestFinished } from 'vitest'
import type { AuthForm, FormField, FormOptions, HtmlAttributes } from '../../src/forms/index.ts'
import { createFormStore, type FormStore } from '../../src/forms/index.ts'
import type { Auth } from '../../src/index.ts'

interface ShowOptions {
  /** Where the forms are. */
  readonly parent?: ParentNode & Node
  /** The forms that the app shows. */
  readonly isShown?: (form: AuthForm) => boolean
}

/** What a binding does, with plain elements: an element that stays keeps what was typed. */
export function show(
  auth: Auth,
  { parent = document.body, isShown = () => true }: ShowOptions = {},
) {
  const store = createFormStore(auth)
  let options: FormOptions = {}
  const elements = new Map<string, HTMLElement>()
  const renders: string[] = []
  const render = () => {
    const form = store.formOf(store.getState(), options)
    renders.push(form.key)
    const shown = [form, ...form.sections].filter(isShown)
    for (const [key, element] of elements) {
      if (shown.every((part) => part.key !== key)) {
        element.remove()
        elements.delete(key)
      }
    }
    for (const part of shown) {
      const known = elements.get(part.key)
      const element = known ?? parent.appendChild(document.createElement('form'))
      elements.set(part.key, element)
      fillForm(element as HTMLFormElement, part, store)
      if (!known) store.attach(element as HTMLFormElement)
    }
    store.settle(form)
  }
  render()
  onTestFinished(store.subscribe(render))
  const setOptions = (next: FormOptions) => {
    options = next
    render()
  }
  return { store, renders, render, setOptions }
}

/** Tag, name, attributes and text of an element. */
type Shown = readonly [string, string, HtmlAttributes, string]

function fillForm(element: HTMLFormElement, form: AuthForm, store: FormStore) {
  setAttributes(element, form.attributes)
  element.onsubmit = (event) => store.onSubmit(event as never)
  const wanted: readonly Shown[] = [
    ['h1', 'title', form.titleAttributes, form.title],
    ...form.fields.flatMap((field): Shown[] => [
      ...inputsOf(field),
      ...field.rules.map(({ rule, attributes, label }): Shown => ['li', rule, attributes, label]),
      ['p', `left of ${field.name}`, field.rulesStatusAttributes, ''],
    ]),
    ['button', 'submit', form.submitAttributes, form.submitLabel ?? ''],
    ...form.actions.map(
      (action): Shown => ['button', action.name, action.attributes, action.label],
    ),
  ]
  for (const child of [...element.children]) {
    if (wanted.every(([, name]) => child.getAttribute('data-name') !== name)) child.remove()
  }
  for (const [tag, name, attributes, text] of wanted) {
    const known = element.querySelector(`[data-name="${name}"]`)
    const child = known ?? element.appendChild(document.createElement(tag))
    setAttributes(child, { 'data-name': name, ...attributes })
    if (tag !== 'input') child.textContent = text
    if (tag === 'button' && name !== 'submit') {
      ;(child as HTMLButtonElement).onclick = (event) => store.onAction(event as never)
    }
  }
}

function inputsOf({ name, attributes, initial, options }: FormField): readonly Shown[] {
  if (options.length === 0) return [['input', name, { ...attributes, value: initial }, '']]
  return options.map(({ value, isInitial, attributes }) => [
    'input',
    `${name}=${value}`,
    { ...attributes, checked: isInitial || undefined },
    '',
  ])
}

function setAttributes(element: Element, attributes: HtmlAttributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
}

export function input(name: string) {
  const found = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
  if (!found) throw new Error(`There is no input ${name}`)
  return found
}

export function type(name: string, value: string) {
  input(name).value = value
  input(name).dispatchEvent(new Event('input', { bubbles: true }))
}

export function submit(name: string) {
  const form = document.querySelector<HTMLFormElement>(`form[data-authform="${name}"]`)
  form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

export function focused(): string | null | undefined {
  return document.activeElement?.getAttribute('data-name')
}

export function press(name: string) {
  document.querySelector<HTMLButtonElement>(`button[data-name="${name}"]`)?.click()
}
