import type { User } from '../pool/user.ts'

/** `userAttributes` of an event: the user's own, and the status. */
export const triggerAttributes = ({ attributes, status }: User): Record<string, string> => ({
  ...attributes,
  'cognito:user_status': status,
})
