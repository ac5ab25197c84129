/**
 * The `otpauth:` URI of a TOTP secret, in the format that Google Authenticator introduced and every
 * authenticator app reads. It contains the secret: show it as a QR code, and nowhere else.
 */
export function totpUri(
  secret: string,
  { issuer, label }: { readonly issuer: string; readonly label: string },
): string {
  const [account, by] = [label, issuer].map(encodeURIComponent)
  return `otpauth://totp/${by}:${account}?secret=${secret}&issuer=${by}`
}
