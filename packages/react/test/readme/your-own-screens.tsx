import type { AuthFailure, AuthUser } from '@authchart/machine'

interface Credentials {
  username: string
  password: string
}

interface FormProps<Values> {
  error: AuthFailure | undefined
  onSubmit: (values: Values) => void
}

/** Stand-ins with the props that the README's example gives to the reader's own screens. */
export const SignInForm = (_: FormProps<Credentials> & { busy: boolean; onSignUp: () => void }) =>
  null
export const SignUpForm = (
  _: FormProps<Credentials & { attributes: Record<string, string> }> & {
    busy: boolean
    onSignIn: () => void
  },
) => null
export const CodeForm = (
  _: FormProps<{ code: string }> & { to: string | undefined; onResend: () => void },
) => null
export const Home = (_: { user: AuthUser; onSignOut: () => void }) => null
export const Spinner = () => null
