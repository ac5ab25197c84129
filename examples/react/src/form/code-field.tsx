import { TextField } from './text-field.tsx'

/** For a code that was sent or that an authenticator app shows. */
export function CodeField({ label }: { label: string }) {
  return (
    <TextField
      label={label}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
    />
  )
}
