/** Shows password managers whose password a form sets. It is invisible and not sent. */
export function UsernameHint({ username }: { username: string }) {
  return <input type="text" hidden readOnly autoComplete="username" value={username} />
}
