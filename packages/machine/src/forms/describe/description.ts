import type { AuthFailure } from '../../errors/failure.ts'
import type { PasswordPolicy } from '../../ports/index.ts'
import type { Phrase } from '../../words/phrase.ts'
import type { WordKey } from '../../words/words.ts'
import type { FieldKind, FormAction, FormName, FormValues } from '../auth-form.ts'

/** A field before it has words and attributes. */
export interface FieldDescription {
  readonly name: string
  readonly kind: FieldKind
  readonly label: Phrase
  readonly hint?: Phrase | undefined
  readonly isRequired: boolean
  readonly initial?: string | undefined
  readonly autocomplete: string
  readonly options?: readonly OptionDescription[] | undefined
  /** The rules of a new password. */
  readonly policy?: PasswordPolicy | undefined
  /** The username of Cognito's own rules, of which an e-mail or a phone number is one. */
  readonly isUsername?: boolean | undefined
  /** A user name that is never digits alone, so digits are a phone number. */
  readonly isPhoneToo?: boolean | undefined
  /** The field that has to have the same value. */
  readonly repeats?: string | undefined
  /** The word that has to be typed. */
  readonly confirms?: WordKey | undefined
}

interface OptionDescription {
  readonly value: string
  readonly label: Phrase
  readonly isDisabled?: boolean | undefined
}

/** A button before it has words and attributes. */
export interface ActionDescription extends Pick<FormAction, 'name' | 'event' | 'kind'> {
  readonly label: Phrase
  readonly isDisabled?: boolean | undefined
  /** The fields that have to be filled in before. */
  readonly needs?: readonly string[] | undefined
  readonly act: (values: FormValues) => void
}

/** One form as data by key: what it has, in which order, and what its actions call. */
export interface FormDescription {
  readonly name: FormName
  /** Another value of the same name is another screen, e.g. the second question of a challenge. */
  readonly variant?: string | number | undefined
  readonly title: Phrase
  readonly text?: Phrase | undefined
  /** The user whose new password it is, for password managers. */
  readonly account?: string | undefined
  readonly fields?: readonly FieldDescription[] | undefined
  readonly submit?: SubmitDescription | undefined
  readonly actions?: readonly (ActionDescription | undefined)[] | undefined
  readonly setup?:
    | {
        readonly key: () => string | undefined
        readonly uri: (issuer: string) => string | undefined
      }
    | undefined
  /** What a pending request does; by default by the name of its state. */
  readonly status?: Phrase | undefined
  readonly sections?: readonly FormDescription[] | undefined
  /** Why what the form shows could not be read. */
  readonly failure?: AuthFailure | undefined
}

interface SubmitDescription {
  readonly event: FormAction['event']
  readonly label: WordKey
  readonly kind?: 'danger' | undefined
  /** What is sent has to differ from `initial`. */
  readonly isChange?: boolean | undefined
  readonly act: (values: FormValues) => void
}
