/** The global of AWS's script `amazon-cognito-advanced-security-data.min.js`. */
type Page = typeof globalThis & {
  AmazonCognitoAdvancedSecurityData?: {
    getData(username: string, userPoolId: string, clientId: string): unknown
  }
}

/**
 * The device's fingerprint for Cognito's advanced security (threat protection), encoded by AWS's
 * script. `undefined` when the page does not have the script, or the script fails: the sign-in goes on.
 */
export function advancedSecurityData(
  username: string,
  userPoolId: string,
  clientId: string,
): string | undefined {
  const page: Page = globalThis
  try {
    const data = page.AmazonCognitoAdvancedSecurityData?.getData(username, userPoolId, clientId)
    return typeof data === 'string' && data !== '' ? data : undefined
  } catch {
    return undefined
  }
}
