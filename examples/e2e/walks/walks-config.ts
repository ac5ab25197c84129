/** The user pool of the walks. It does not exist: its answers are in the walks. */
export const walksConfig = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Walks0001',
  userPoolClientId: 'walks-client',
  identityPoolId: 'us-east-1:5f0c1d2e-0000-4000-8000-0000000000ff',
  hostedUiOrigin: 'https://walks.auth.us-east-1.amazoncognito.com',
  hostedUi: { providers: ['Google'] },
  // Spares each sign-in of a walk the arithmetic of SRP.
  authenticationFlowType: 'USER_PASSWORD_AUTH',
}
