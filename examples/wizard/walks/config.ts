/** Pools that do not exist: Cognito is answered for in the browser. */
export const config = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_Wizard001',
  userPoolClientId: 'wizardclient0000000000001',
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-0000000000aa',
  hostedUiOrigin: 'https://wizard.auth.us-east-1.amazoncognito.com',
  hostedUi: { providers: ['Google'] },
  // Most of the time of a walk would go into the arithmetic of SRP.
  authenticationFlowType: 'USER_PASSWORD_AUTH',
}
