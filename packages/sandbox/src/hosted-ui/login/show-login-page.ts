import type { Context } from 'hono'
import type { OperationContext } from '../../operation.ts'
import { native } from '../../pool/options/identity-providers.ts'
import { supportedProviders } from '../../pool/options/supported-providers.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { csrfToken } from '../form.ts'
import { loginPage } from '../pages/login-page.ts'
import { showPage } from '../pages/page.ts'
import { searchOf } from '../route.ts'
import { signInPlace } from './passkey-place.ts'

/** Shows the login page, with the reason why the last attempt failed. */
export function showLoginPage(
  context: OperationContext,
  http: Context,
  request: AuthorizationRequest,
  problem?: string,
) {
  const { options } = context.state
  const supported = supportedProviders(options)
  const page = loginPage({
    search: searchOf(http),
    csrf: csrfToken(context, http),
    username: request.loginHint,
    usernameAttributes: options.UsernameAttributes,
    hasPassword: supported.includes(native),
    passkey: signInPlace(options, http),
    providers: options.IdentityProviders.filter(({ ProviderName }) =>
      supported.includes(ProviderName),
    ),
    problem,
  })
  return showPage(http, { title: 'Sign in', lang: request.lang, page })
}
