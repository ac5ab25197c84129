import type { Oracle } from '../sight.ts'

const tokenKey =
  /^\w+ (CognitoIdentityServiceProvider\..*\.(idToken|accessToken|refreshToken)(\.\d+)?|aws-amplify-federatedInfo)$/

/** Who has signed out leaves no token behind. A storage that refuses to forget is a failure of its own. */
export const noTokenLeft: Oracle = ({ isSignedIn, isPending, failure, look: { sightings } }) => {
  if (isSignedIn || isPending || failure?.code === 'storageRefused') return undefined
  const left = sightings.filter(({ place }) => tokenKey.test(place))
  return left.length > 0
    ? `nobody is signed in, but tokens are left in ${left.map(({ place }) => place).join(', ')}`
    : undefined
}
