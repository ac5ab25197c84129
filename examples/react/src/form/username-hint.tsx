/** Tells password managers whose password a form sets; nobody sees it, and it is not sent. */
export function UsernameHint({ username }: { username: string }) {
  return <input type="text" hidden readOnly autoComplete="username" value={username} />
}
