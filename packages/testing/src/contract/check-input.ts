import type { AuthContext, AuthFailure, AuthRoute } from '@authchart/machine'
import type { AnyMachineSnapshot } from 'xstate'
import type { Step } from '../model/model.ts'
import type { ExpectedStep } from '../run/driver.ts'
import type { PageSnapshot } from './page-snapshot.ts'
import { routeOfPlace } from './route-of-place.ts'

/** The page after a step, and what the chart expects of it. */
export interface CheckInput {
  readonly page: PageSnapshot
  readonly step: Step
  /** The chart after the step. */
  readonly after: AnyMachineSnapshot
  /** The screen that has to be there, and the one that was there before. */
  readonly route: AuthRoute
  readonly previous: AuthRoute
  /** A request is in flight. */
  readonly isPending: boolean
  readonly failure: AuthFailure | undefined
  readonly notice: string | undefined
  /** As the chart stores it; empty if none was typed. */
  readonly username: string
  /** Where the code for this screen went, masked. */
  readonly destination: string | undefined
  /** What has to be readable, by the contract. */
  readonly words: readonly string[]
  /** What is wrong with the buttons that the contract names. */
  readonly wrongButtons: readonly string[]
  /** A user is signed in, here or in another tab: tokens may be stored. */
  readonly isSignedIn: boolean
  /** No screen was there before this one, so nothing could move. */
  readonly isFirst: boolean
  /** By operation, the requests that were sent since the user acted. */
  readonly requests: ReadonlyMap<string, number>
}

/** What the chart says of a step: the part of a `CheckInput` that is known without the page. */
export type Expected = Omit<
  CheckInput,
  'page' | 'requests' | 'previous' | 'isFirst' | 'words' | 'wrongButtons'
>

export function expectedOf({ step, after }: ExpectedStep): Expected {
  const { failure, notice, username, user, elsewhere } = after.context
  const route = routeOfPlace(step.to)
  return {
    step,
    after,
    route,
    isPending: after.hasTag('pending'),
    failure,
    notice,
    username,
    destination: destinationOf(route, after.context),
    isSignedIn: user !== undefined || elsewhere !== undefined,
  }
}

function destinationOf(route: AuthRoute, { challenge, delivery }: AuthContext) {
  if (route === 'confirmSignIn')
    return challenge?.type === 'code' ? challenge.destination : undefined
  return /^(confirmSignUp|resetPassword|confirmContact)$/.test(route)
    ? delivery?.destination
    : undefined
}
