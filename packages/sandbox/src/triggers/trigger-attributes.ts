import type { User } from '../pool/users/user.ts'

/** `userAttributes` of an event: the user's attributes and status. */
export function triggerAttributes({ attributes, status }: User): Record<string, string> {
  return {
    ...attributes,
    'cognito:user_status': status,
  }
}
