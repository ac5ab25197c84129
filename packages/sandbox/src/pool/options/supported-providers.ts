import { CognitoError } from '../../errors.ts'
import { type IdentityProvider, native } from './identity-providers.ts'
import type { PoolOptions } from './pool-options.ts'

/** The names of the providers that the client may use. Default: all of the pool. */
export function supportedProviders({
  SupportedIdentityProviders,
  IdentityProviders,
}: PoolOptions): readonly string[] {
  return SupportedIdentityProviders.length > 0
    ? SupportedIdentityProviders
    : [native, ...IdentityProviders.map(({ ProviderName }) => ProviderName)]
}

/** An external provider, if the client may use it. */
export function findProvider(options: PoolOptions, name: string): IdentityProvider | undefined {
  return supportedProviders(options).includes(name)
    ? options.IdentityProviders.find(({ ProviderName }) => ProviderName === name)
    : undefined
}

/** @throws CognitoError if two providers have the same name or the client names an unknown one. */
export function checkProviders({
  IdentityProviders,
  SupportedIdentityProviders,
}: PoolOptions): void {
  const names = [native, ...IdentityProviders.map(({ ProviderName }) => ProviderName)]
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) {
    throw new CognitoError('DuplicateProviderException', `A provider ${twice} already exists.`)
  }
  const unknown = SupportedIdentityProviders.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new CognitoError(
      'InvalidParameterException',
      `The provider ${unknown} does not exist for the user pool.`,
    )
  }
}
