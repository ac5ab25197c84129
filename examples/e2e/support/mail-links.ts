import { readFileSync } from 'node:fs'
import type { Triggers } from '@authchart/sandbox'
import type { LocalCognito } from './local-cognito.ts'

const guide = readFileSync(new URL('../../../docs/guides/links.md', import.meta.url), 'utf8')

/** The trigger in the guide to links, as it stands there. */
export async function linkTrigger(): Promise<Triggers> {
  const [, code = ''] = /```js\n([\s\S]*?\n)```\n/.exec(guide) ?? []
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return { customMessage: module.handler }
}

/** The link in the last mail to an address, relative to the app. */
export async function lastLink(cognito: LocalCognito, to: string): Promise<string> {
  const message = (await cognito.outbox()).find((message) => message.to === to)
  const [, link] = /href="https:\/\/app\.example\.com([^"]*)"/.exec(message?.body ?? '') ?? []
  if (!link) throw new Error(`No link was sent to ${to}`)
  return link
}

/** The same link where the user has to type the code. */
export function withoutCode(link: string): string {
  return link.replace(/&confirmation_code=\d+/, '')
}

/** The same link with another code. */
export function withCode(link: string, code: string): string {
  return `${withoutCode(link)}&confirmation_code=${code}`
}
