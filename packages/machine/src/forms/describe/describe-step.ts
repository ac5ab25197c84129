import type { AnyStep } from '../../steps/step.ts'
import type { ScreenExits } from '../../view/views/base-view.ts'
import type { OwnView } from '../../view/views/own-view.ts'
import type { Phrase } from '../../words/phrase.ts'
import { readableName } from '../../words/readable-name.ts'
import type { WordKey, Words } from '../../words/words.ts'
import type { FieldKind, FormName, FormValues } from '../auth-form.ts'
import { exitActions } from './actions.ts'
import type { ActionDescription, FieldDescription, FormDescription } from './description.ts'
import { textOf } from './values.ts'

/** A field of any step. */
interface OwnField {
  readonly kind: FieldKind
  readonly isRequired?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly options?: (shown: object) => readonly { value: string; label?: string | undefined }[]
}

type OwnEvent = ActionDescription['event']

/** By name, what the view of a step can do. */
type OwnActs = Readonly<Record<string, (input?: object) => void>>

/** The words, with the texts of a step where the words have none. */
export function withStepTexts(words: Words, { route, texts = {} }: AnyStep): Words {
  const own = Object.entries(texts).map(([key, text]) => [keyOf(route, key), text])
  const title = { [keyOf(route, 'title')]: readableName(route) }
  return { ...words, texts: { ...title, ...Object.fromEntries(own), ...words.texts } }
}

/** A failure belongs to no one step: several may reject with the same reason. */
const keyOf = (route: string, key: string): WordKey =>
  key.startsWith('failure.') ? `step.${key}` : `step.${route}.${key}`

/**
 * The form of a step: the fields of the action that it submits, and a button for each other action.
 *
 * @param words with the texts of the step.
 */
export function describeStep(
  { route, actions, form }: AnyStep,
  view: OwnView,
  { texts }: Words,
): FormDescription {
  const has = (key: string) => texts[keyOf(route, key)] !== undefined
  const phrase = (key: string): Phrase => ({ key: keyOf(route, key) })
  const names = Object.keys(actions)
  const submitted = form?.submit ?? names[0]
  const acts = view as unknown as OwnActs
  const fields = Object.entries((form?.fields ?? {}) as Record<string, OwnField>)
  return {
    name: route as FormName,
    title: phrase('title'),
    text: has('text') ? phrase('text') : undefined,
    status:
      view.pending && has(`status.${view.pending}`)
        ? phrase(`status.${view.pending}`)
        : { key: 'status.saving' },
    fields: fields.map(([name, field]) => describeField(name, field, view, phrase, has)),
    submit:
      submitted === undefined
        ? undefined
        : {
            event: `${route}.${submitted}` as OwnEvent,
            label: keyOf(route, `action.${submitted}`),
            act: (values) => acts[submitted]?.(form && inputOf(fields, values)),
          },
    actions: [
      ...names
        .filter((name) => name !== submitted)
        .map(
          (name): ActionDescription => ({
            name,
            event: `${route}.${name}` as OwnEvent,
            kind: 'secondary',
            label: phrase(`action.${name}`),
            isDisabled: view.isPending,
            act: () => acts[name]?.(),
          }),
        ),
      ...exitsOf(view, acts),
    ],
  }
}

function describeField(
  name: string,
  { kind, isRequired = kind !== 'checkbox', autocomplete = 'off', options }: OwnField,
  view: OwnView,
  phrase: (key: string) => Phrase,
  has: (key: string) => boolean,
): FieldDescription {
  return {
    name,
    kind,
    label: phrase(`field.${name}`),
    hint: has(`hint.${name}`) ? phrase(`hint.${name}`) : undefined,
    isRequired,
    autocomplete,
    options: options?.(view).map(({ value, label }) => ({
      value,
      label: label === undefined ? phrase(`option.${value}`) : { text: label },
    })),
  }
}

/** What was typed, as the action takes it: a checkbox is a boolean, and what may stay empty is left out if it is. */
function inputOf(fields: readonly (readonly [string, OwnField])[], values: FormValues): object {
  const typed = fields.map(([name, { kind, isRequired = true }]) => {
    const text = textOf(values, name)
    if (kind === 'checkbox') return [name, text !== '']
    return [name, text === '' && !isRequired ? undefined : text]
  })
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined))
}

function exitsOf(view: OwnView, acts: OwnActs): readonly (ActionDescription | undefined)[] {
  const { cancel, signOut, goSignIn } = acts
  return [
    view.isPending && cancel
      ? {
          name: 'cancel',
          event: `${view.route}.cancel` as OwnEvent,
          kind: 'secondary',
          label: { key: 'action.cancel' },
          act: cancel,
        }
      : undefined,
    signOut
      ? {
          name: 'signOut',
          event: 'signOut',
          kind: 'link',
          label: { key: 'action.signOut' },
          act: signOut,
        }
      : undefined,
    ...(goSignIn ? exitActions(view as unknown as OwnView & ScreenExits) : []),
  ]
}
