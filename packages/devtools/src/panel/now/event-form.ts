import type { Field, FieldValue, LegalEvent, PlainEvent } from '../../source/panel-source.ts'
import { h } from '../elements/h.ts'

/** What an event is sent with. Nothing that is typed stays: the form is emptied when it is sent. */
export function eventForm(
  { type, fields = [], confirm }: LegalEvent,
  send: (event: PlainEvent) => void,
): HTMLFormElement {
  const form = h(
    'form',
    {
      class: 'event-form',
      autocomplete: 'off',
      onsubmit(submitted: SubmitEvent) {
        submitted.preventDefault()
        const data = new FormData(form)
        const values = fields.flatMap((field): [string, FieldValue][] => {
          const value = typedValue(field, data.get(field.name))
          return value === undefined ? [] : [[field.name, value]]
        })
        form.reset()
        send({ ...Object.fromEntries(values), type })
      },
    },
    ...fields.map(fieldRow),
    confirm && h('p', { class: 'quiet' }, 'This cannot be taken back.'),
    h('button', { type: 'submit', class: 'button primary' }, confirm ?? 'Send'),
  )
  return form
}

function fieldRow({ name, kind, isOptional }: Field): HTMLElement {
  const label = h('span', { class: 'field-name' }, name, isOptional && ' (optional)')
  if (kind === 'flag')
    return h('label', { class: 'flag' }, h('input', { type: 'checkbox', name }), label)
  const required = !isOptional
  if (typeof kind !== 'string') {
    const choices = isOptional ? ['', ...kind] : kind
    const options = choices.map((option) => h('option', { value: option }, option))
    return h('label', { class: 'field' }, label, h('select', { name, required }, ...options))
  }
  const hint = { list: 'email, phone_number', pairs: 'name=Ada, locale=en', text: '', secret: '' }[
    kind
  ]
  return h(
    'label',
    { class: 'field' },
    label,
    h('input', {
      name,
      required,
      type: kind === 'secret' ? 'password' : 'text',
      autocomplete: kind === 'secret' ? 'new-password' : 'off',
      spellcheck: 'false',
      ...(hint && { placeholder: hint }),
    }),
  )
}

function typedValue({ kind }: Field, typed: FormDataEntryValue | null): FieldValue | undefined {
  if (kind === 'flag') return typed !== null
  if (typeof typed !== 'string' || typed === '') return undefined
  if (kind === 'list') return partsOf(typed)
  if (kind !== 'pairs') return typed
  return Object.fromEntries(
    partsOf(typed).map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

const partsOf = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
