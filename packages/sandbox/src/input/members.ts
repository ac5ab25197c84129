import { integer, listOf, mapOf, optional, structure, text } from './reader.ts'

// Length and pattern constraints of the service model for members that many operations share.

export const clientId = text({ min: 1, max: 128, pattern: /[\w+]+/, secret: true })
export const userPoolId = text({ min: 1, max: 55, pattern: /[\w-]+_[0-9a-zA-Z]+/ })
export const username = text({
  min: 1,
  max: 128,
  pattern: /[\p{L}\p{M}\p{S}\p{N}\p{P}]+/u,
  secret: true,
})
export const password = text({ max: 256, pattern: /^[\S]+.*[\S]+$/, secret: true })
export const accessToken = text({ pattern: /[A-Za-z0-9-_=.]+/, secret: true })
export const refreshToken = text({ pattern: /[A-Za-z0-9-_=.]+/, secret: true })
export const confirmationCode = text({ min: 1, max: 2048, pattern: /[\S]+/ })
export const groupName = text({ min: 1, max: 128, pattern: /[\p{L}\p{M}\p{S}\p{N}\p{P}]+/u })
export const pageLimit = integer({ min: 0, max: 60 })
export const pageToken = text({ min: 1, max: 131_072, pattern: /[\S]+/ })
export const session = text({ min: 20, max: 2048, secret: true })
export const deviceKey = text({ min: 1, max: 55, pattern: /[\w-]+_[0-9a-f-]+/ })
export const stringMap = mapOf(text())

export const attributeName = text({ min: 1, max: 32, pattern: /[\p{L}\p{M}\p{S}\p{N}\p{P}]+/u })
export const attributeNames = listOf(attributeName)

export const attributeList = listOf(
  structure({
    Name: attributeName,
    Value: optional(text({ max: 2048, secret: true })),
  }),
)

export type AttributeList = ReturnType<typeof attributeList>
