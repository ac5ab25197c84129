import type { PendingLeaf } from '../../view/pending-leaf.ts'
import { say } from '../../words/phrase.ts'
import type { WordKey, Words } from '../../words/words.ts'
import type { FieldProblem } from '../checks/field-problem.ts'
import type { FieldDescription } from '../describe/description.ts'

/** What is wrong with a field, in words. */
export function problemText(
  words: Words,
  { key, values }: FieldProblem,
  { kind }: FieldDescription,
): string {
  if (key === 'required' && kind === 'choice') return say(words, { key: 'problem.requiredChoice' })
  return say(words, { key: `problem.${key}`, ...(values && { values }) })
}

/** Empty where the screen does nothing but wait: its title says so. */
const statusKeys: Readonly<Record<PendingLeaf, WordKey | undefined>> = {
  reading: undefined,
  refreshing: undefined,
  completing: undefined,
  submitting: 'status.submitting',
  resending: 'status.resending',
  signingIn: 'status.signingIn',
  federating: 'status.signingIn',
  signing: 'status.passkey',
  answering: 'status.signingIn',
  requesting: 'status.signingIn',
  associating: 'status.loading',
  verifying: 'status.checking',
  preferring: 'status.saving',
  changingPassword: 'status.saving',
  updatingAttributes: 'status.saving',
  deletingAttributes: 'status.saving',
  sendingCode: 'status.submitting',
  settingMfaPreference: 'status.saving',
  deletingUser: 'status.deleting',
  confirming: undefined,
  remembering: 'status.saving',
  forgetting: 'status.saving',
  starting: 'status.loading',
  creating: 'status.passkey',
  deletingPasskey: 'status.deleting',
  revoking: undefined,
  revokingAll: undefined,
  ending: undefined,
  signingOut: undefined,
}

/** What a pending request does, in words; empty where the title says it. */
export function statusText(words: Words, pending: PendingLeaf): string {
  const key = statusKeys[pending]
  return key ? say(words, { key }) : ''
}

/** A label, with a note where the field may stay empty. */
export function labelText(
  words: Words,
  { label, isRequired, kind, name }: FieldDescription,
): string {
  const isPlain = isRequired || kind === 'checkbox' || name === 'deviceName'
  return say(words, isPlain ? label : { key: 'field.optional', values: { label } })
}
