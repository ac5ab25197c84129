/** What is wrong with the value of one field: a key of the words, as `problem.<key>`. */
export type ProblemKey =
  | 'required'
  | 'invalidEmail'
  | 'invalidPhone'
  | 'invalidUsername'
  /** `values`: `min` and `max` digits. */
  | 'invalidCode'
  | 'invalidDate'
  /**
   * `values`: `rules`, the broken rules (`PasswordRule`) with a blank between them, and the limits of the
   * rules `minLength` and `maxLength` as `min` and `max`.
   */
  | 'passwordRules'
  | 'passwordsDiffer'
  /** `values`: `max` characters. */
  | 'tooLong'
  | 'unchanged'
  | 'notConfirmed'

/** One problem of a field, found before anything is sent. It never contains what was typed. */
export interface FieldProblem {
  readonly key: ProblemKey
  /** For the placeholders of the text. */
  readonly values?: Readonly<Record<string, string | number>> | undefined
}
