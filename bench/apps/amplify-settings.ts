/** What the sign-ins with Amplify UI share. */
export function amplifyConfig() {
  const { userPoolId, userPoolClientId, endpoint } = window.bench
  return { Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint: endpoint } } }
}

const fields: Readonly<Record<string, readonly string[]>> = {
  signIn: ['username', 'password'],
  confirmSignIn: ['confirmation_code'],
}

/** The fields that a route of Amplify UI takes. */
export function fieldsOf(route: string): readonly string[] {
  return fields[route] ?? []
}
