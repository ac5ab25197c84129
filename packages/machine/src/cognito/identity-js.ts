/// <reference path="./identity-js-augmented.d.ts" />
/** The seam to the library: only its SRP arithmetic is used. */
export { AuthenticationHelper, type BigInteger } from 'amazon-cognito-identity-js'
