/** What AWS's script for advanced security (`amazon-cognito-advanced-security-data.min.js`) defines. */
type Page = typeof globalThis & {
  AmazonCognitoAdvancedSecurityData?: {
    getData(username: string, userPoolId: string, clientId: string): unknown
  }
}

/**
 * The device's fingerprint for Cognito's advanced security (threat protection), encoded by AWS's
 * script; `undefined` where the page does not have it, or it fails: a sign-in does not depend on it.
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
