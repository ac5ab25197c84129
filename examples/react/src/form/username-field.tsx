import { TextField } from './text-field.tsx'

/** People of this app are known by their email. */
export function UsernameField({ username }: { username: string }) {
  return (
    <TextField
      label="Email"
      name="username"
      type="email"
      inputMode="email"
      autoComplete="username"
      defaultValue={username}
    />
  )
}
