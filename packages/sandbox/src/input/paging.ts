import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64Url } from '../base64.ts'
import { invalidParameter } from '../errors.ts'

interface PageRequest {
  /** 0 and undefined: the maximum. */
  readonly limit: number | undefined
  readonly token: string | undefined
}

const maximum = 60

/**
 * One page of a list, and the token of the next page if there is one. Items after the page are not
 * read.
 */
export function pageOf<T>(items: Iterable<T>, { limit, token }: PageRequest) {
  const start = token === undefined ? 0 : readToken(token)
  const end = start + (limit || maximum)
  const page: T[] = []
  let index = 0
  for (const item of items) {
    if (index === end) return { page, next: toBase64Url(utf8ToBytes(`page:${end}`)) }
    if (index >= start) page.push(item)
    index += 1
  }
  return { page, next: undefined }
}

/** The items that match, evaluated lazily. */
export function* where<T>(items: Iterable<T>, fits: (item: T) => boolean): Generator<T> {
  for (const item of items) if (fits(item)) yield item
}

function readToken(token: string): number {
  const [, start] = /^page:(\d+)$/.exec(new TextDecoder().decode(fromBase64(token))) ?? []
  if (start === undefined) throw invalidParameter('Invalid pagination token.')
  return Number(start)
}
