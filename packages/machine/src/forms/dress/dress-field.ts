import { checkPassword, type PasswordCheck } from '../../password-policy.ts'
import type { PasswordPolicy } from '../../ports/index.ts'
import { say } from '../../words/phrase.ts'
import type { Words } from '../../words/words.ts'
import type { FieldOption, FieldRule, FormField } from '../auth-form.ts'
import type { FieldDescription } from '../describe/description.ts'
import { fieldAttributes } from './field-attributes.ts'
import { labelText } from './texts.ts'

interface FieldState {
  readonly words: Words
  /** The id of the form, before the ids of its elements. */
  readonly formId: string
  readonly error: string | undefined
  /** The Enter key of a screen keyboard sends the form here; elsewhere it goes to the next field. */
  readonly isLast: boolean
}

/** A field with words, attributes and its state. */
export function dressField(field: FieldDescription, state: FieldState): FormField {
  const { words, formId, error, isLast } = state
  const id = `${formId}-${field.name.replaceAll(/[^\w-]/g, '-')}`
  const rules = field.policy ? dressRules(field.policy, id, words) : []
  const hint = field.hint ? say(words, field.hint) : rulesText(rules)
  const parts = [hint && `${id}-hint`, error && `${id}-error`]
  const isChoice = field.kind === 'choice'
  const isWritten = !isChoice && field.kind !== 'checkbox'
  return {
    name: field.name,
    kind: field.kind,
    label: labelText(words, field),
    hint,
    error,
    isRequired: field.isRequired,
    showLabel:
      field.kind === 'password'
        ? say(words, { key: 'action.show', values: { label: field.label } })
        : undefined,
    rules,
    options: isChoice ? dressOptions(field, id, words) : [],
    initial: field.initial,
    attributes: {
      id,
      ...fieldAttributes(field),
      ...(isChoice && { 'aria-label': labelText(words, field) }),
      enterkeyhint: isWritten ? (isLast ? 'go' : 'next') : undefined,
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': parts.filter(Boolean).join(' ') || undefined,
    },
    hintAttributes: { id: `${id}-hint` },
    errorAttributes: { id: `${id}-error`, role: 'alert' },
    // In place of the hint, which says the same.
    rulesAttributes: { id: `${id}-hint` },
    rulesStatusAttributes: { id: `${id}-left`, 'aria-live': 'polite' },
  }
}

/** For a UI that does not show the rules one by one. */
const rulesText = (rules: readonly FieldRule[]) =>
  rules.length > 0 ? rules.map(({ label }) => label).join(' · ') : undefined

function dressOptions(
  { options = [], name, initial, isRequired }: FieldDescription,
  id: string,
  words: Words,
): readonly FieldOption[] {
  return options.map(({ value, label, isDisabled }) => ({
    value,
    label: say(words, label),
    isInitial: value === initial,
    attributes: {
      id: `${id}-${value}`,
      type: 'radio',
      name,
      value,
      required: isRequired || undefined,
      disabled: isDisabled || undefined,
    },
  }))
}

/** All rules that the policy has; those of every pool appear in a problem only. */
function dressRules(policy: PasswordPolicy, id: string, words: Words): readonly FieldRule[] {
  return checkPassword('', policy).map(({ rule, min }: PasswordCheck) => ({
    rule,
    label: say(words, { key: `rule.${rule}`, values: min === undefined ? {} : { min } }),
    isFollowed: (password) =>
      checkPassword(password, policy).some((check) => check.rule === rule && check.passed),
    attributes: { id: `${id}-rule-${rule}`, 'data-rule': rule },
  }))
}
