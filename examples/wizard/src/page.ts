import type { PasswordCheck } from '@authchart/machine'
import type { Child } from './dom.ts'

/** By the name of the step. */
type Answers = Readonly<Record<string, string>>

/** One question. */
export interface Step {
  readonly name: string
  readonly label: string
  /** `code` is a one-time code; `choice` needs `options`. */
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'code' | 'choice'
  readonly options?: readonly Option[]
  readonly autocomplete?: AutoFill
  /** To begin with. */
  readonly value?: string
  readonly isOptional?: boolean
  /** Says what is wrong with an answer, before it is sent. */
  readonly complain?: (value: string, answers: Answers) => string | undefined
  /** The rules of a new password, shown while it is typed. */
  readonly rules?: (value: string) => readonly PasswordCheck[]
}

interface Option {
  readonly value: string
  readonly label: string
}

export interface WizardLink {
  readonly text: string
  readonly follow: (answers: Answers) => void
}

/** What one screen asks, one step after the other. */
export interface Page {
  readonly title: string
  readonly intro?: readonly Child[]
  readonly steps: readonly Step[]
  /** On the button of the last step. */
  readonly finish: string
  readonly onFinish: (answers: Answers) => void
  /** Cancels the pending request. */
  readonly onStop?: () => void
  readonly links?: readonly WizardLink[]
}
