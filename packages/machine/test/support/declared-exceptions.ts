import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const types = join(
  createRequire(import.meta.url).resolve('@aws-sdk/client-cognito-identity-provider/package.json'),
  '../dist-types/commands',
)

const baseClass = 'CognitoIdentityProviderServiceException'

/** The exceptions of an operation, as the type docs of the AWS SDK list them. */
export function declaredExceptions(operation: string): readonly string[] {
  const text = readFileSync(join(types, `${operation}Command.d.ts`), 'utf8')
  return [...text.matchAll(/@throws \{@link (\w+Exception)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== baseClass)
}
