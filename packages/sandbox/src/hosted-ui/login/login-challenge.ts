import type { Context } from 'hono'
import { challenges } from '../../challenges/index.ts'
import { operationContext } from '../../engine.ts'
import { CognitoError } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import { native } from '../../pool/options/identity-providers.ts'
import { HostedSignIn } from '../../sign-in/complete-sign-in.ts'
import type { ChallengeSession } from '../../sign-in/pending-challenge.ts'
import type { AuthorizationRequest } from '../authorization-request.ts'
import { csrfToken, isFromHere, readForm } from '../form.ts'
import { grant } from '../grant.ts'
import { PageError } from '../oauth-errors.ts'
import { challengePage } from '../pages/challenge-page.ts'
import { showPage } from '../pages/page.ts'
import { readAuthorizationRequest } from '../read-authorization-request.ts'
import { parametersOf, type Route, searchOf } from '../route.ts'
import { startLogin } from './logins.ts'
import { showLoginPage } from './show-login-page.ts'

/** `POST /challenge`: the response to a challenge that followed the password. */
export const submitChallenge: Route = (engine) => async (http) => {
  const context = operationContext(engine)
  const request = readAuthorizationRequest(context.state, parametersOf(http))
  const { session: token = '', _csrf, ...inputs } = Object.fromEntries(await readForm(http))
  const session = context.state.challengeSessions.get(token)
  if (!session?.pending.signIn.isHosted) throw new PageError('invalid_request', over)
  const showAgain = (problem: string) =>
    showChallengePage(context, http, request, token, session, problem)
  if (!isFromHere(http, new URLSearchParams({ _csrf: _csrf ?? '' }))) {
    return showAgain('The page was too old. Try again.')
  }
  const { challenge, signIn } = session.pending
  try {
    const responses = { ...inputs, USERNAME: signIn.username }
    const next = await challenges.get(challenge)?.(context, responses, token)
    return await goOn(context, http, request, next)
  } catch (error) {
    if (!(error instanceof CognitoError)) throw error
    if (challenge === 'WEB_AUTHN') {
      return showLoginPage(context, http, request, 'The passkey was not accepted.')
    }
    // A wrong code leaves the session usable. This error ended it.
    const isOver = error.type === 'NotAuthorizedException'
    return isOver ? showLoginPage(context, http, request, error.message) : showAgain(error.message)
  }
}

const over = 'This sign-in is over. Go back to the application and begin again.'

/** Continues the sign-in of a pool user: shows the next challenge, or redirects to the client. */
export function goOn(
  context: OperationContext,
  http: Context,
  request: AuthorizationRequest,
  next: object | undefined,
): Response | Promise<Response> {
  if (next instanceof HostedSignIn) {
    return grant(context, http, request, startLogin(context, http, next.user, native))
  }
  const token = next && 'Session' in next ? String(next.Session) : ''
  const session = context.state.challengeSessions.get(token)
  if (!session) throw new PageError('invalid_request', over)
  return showChallengePage(context, http, request, token, session)
}

function showChallengePage(
  context: OperationContext,
  http: Context,
  { lang }: AuthorizationRequest,
  token: string,
  { pending }: ChallengeSession,
  problem?: string,
) {
  const content = challengePage(context.state, pending, {
    search: searchOf(http),
    csrf: csrfToken(context, http),
    session: token,
    problem,
  })
  if (!content) {
    throw new PageError(
      'server_error',
      `The sandbox's hosted UI has no page for ${pending.challenge}. Complete this sign-in through the API.`,
    )
  }
  return showPage(http, { ...content, lang })
}
