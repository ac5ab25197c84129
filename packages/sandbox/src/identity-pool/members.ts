import { integer, mapOf, text } from '../input/reader.ts'

// Length and pattern constraints of the service model of Amazon Cognito Federated Identities.

export const identityPoolId = text({ min: 1, max: 55, pattern: /[\w-]+:[0-9a-f-]+/ })
export const identityId = text({ min: 1, max: 55, pattern: /[\w-]+:[0-9a-f-]+/ })
export const loginTokens = mapOf(text({ min: 1, max: 50_000, secret: true }))
export const providerName = text({ min: 1, max: 128 })
export const developerProviderName = text({ min: 1, max: 128, pattern: /[\w._-]+/ })
export const developerUser = text({ min: 1, max: 1024 })
export const roleArn = text({ min: 20, max: 2048 })
export const pageSize = integer({ min: 1, max: 60 })
