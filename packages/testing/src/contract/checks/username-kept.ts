import type { Oracle } from '../sight.ts'

/** Who has typed a username finds it again at sign-in, whatever happened meanwhile. */
export const usernameKept: Oracle = ({ route, username, isPending, look: { texts, fields } }) => {
  if (route !== 'signIn' || username === '' || isPending) return undefined
  const isThere = texts.some((text) => text.includes(username)) || fields.includes(username)
  return isThere
    ? undefined
    : 'the username has to be typed again\nBegin the field with view.username: defaultValue={view.username} (Vue: :value).'
}
