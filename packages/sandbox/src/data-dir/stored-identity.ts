import { flag, integer, listOf, structure, text } from '../input/reader.ts'

const time = integer({ min: 0, max: Number.MAX_SAFE_INTEGER })

/** How a data directory stores an identity. Credentials are not stored. */
export const storedIdentitySchema = structure({
  id: text(),
  logins: listOf(structure({ provider: text(), user: text() })),
  disabled: flag,
  createdAt: time,
  modifiedAt: time,
})
