import type { AuthFailure, AuthRoute, AuthUser, ViewOf } from '@authchart/machine'
import type { ReactElement } from 'react'

/** The props that the README's example gives to your own screens. */
interface FormProps<Values> {
  error: AuthFailure | undefined
  onSubmit: (values: Values) => void
}

export declare function SignInForm(
  props: FormProps<{ username: string; password: string }> & {
    busy: boolean
    onSignUp: () => void
  },
): ReactElement

export declare function CodeForm(
  props: FormProps<{ code: string }> & { to: string | undefined; onBack: () => void },
): ReactElement

export declare function Home(props: {
  user: AuthUser
  onPassword: (values: { previousPassword: string; password: string }) => void
  onSignOut: () => void
}): ReactElement

export declare function OtherScreens(props: {
  view: ViewOf<Exclude<AuthRoute, 'signIn' | 'confirmSignIn' | 'signedIn'>>
}): ReactElement
