import { invalidParameter } from '../errors.ts'

interface PageRequest {
  /** 0 and undefined: as many as there can be. */
  readonly limit: number | undefined
  readonly token: string | undefined
}

const maximum = 60

/** One page of a list, and the token of the next one if there is more. */
export const pageOf = <T>(items: readonly T[], { limit, token }: PageRequest) => {
  const start = token === undefined ? 0 : readToken(token)
  const end = start + (limit || maximum)
  return {
    page: items.slice(start, end),
    next: end < items.length ? Buffer.from(`page:${end}`).toString('base64url') : undefined,
  }
}

const readToken = (token: string): number => {
  const [, start] = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? []
  if (start === undefined) throw invalidParameter('Invalid pagination token.')
  return Number(start)
}
