/**
 * For apps that have `amazon-cognito-identity-js`: its `CognitoUser` with the session of an auth, and back. Only this
 * entry imports that library, which is an optional peer dependency.
 *
 * @packageDocumentation
 */
export { type FromCognitoUserOptions, fromCognitoUser } from './from-cognito-user.ts'
export { type ToCognitoUserOptions, toCognitoUser } from './to-cognito-user.ts'
