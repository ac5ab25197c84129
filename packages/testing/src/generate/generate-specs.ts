import { user } from '../catalogue/person.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { Walk } from '../plan/walk.ts'
import { defaultExchange } from '../scripted-cognito/default-exchange.ts'
import type { Exchange } from '../scripted-cognito/exchange.ts'
import { type Moment, scriptedConfig } from '../scripted-cognito/pool.ts'
import { tokensOf } from '../scripted-cognito/tokens.ts'
import { actsOf, type Fixtures } from './acts.ts'
import type { Contract } from './contract.ts'
import { frameworks } from './framework.ts'
import { literal, quoted } from './literal.ts'
import { uiSkeleton } from './ui-skeleton.ts'

export interface GenerateOptions {
  readonly framework: keyof typeof frameworks
  readonly behaviour: Behaviour
  /** Without steps that plain specs cannot take, see `impossibleInSpecs`. */
  readonly walks: readonly Walk[]
  /** What specs import; a skeleton is written where there is none. */
  readonly contract?: Contract | undefined
  /** The app client of the app that is tested: browsers store its data under that name. */
  readonly userPoolClientId?: string | undefined
}

export interface GeneratedFile {
  /** In the directory of the specs. */
  readonly name: string
  readonly text: string
  /** A developer fills it in, so an existing one is not overwritten. */
  readonly isSkeleton: boolean
}

/** When all sessions take place, in epoch ms: tokens are good for an hour. */
const begins = Date.UTC(2026, 0, 1, 12)

/**
 * Walks as spec files that need no run-time of ours: Cognito's own JSON, and plain steps. The same
 * walks give the same text.
 */
export function generateSpecs(options: GenerateOptions): readonly GeneratedFile[] {
  const { framework: name, behaviour, walks, contract, userPoolClientId } = options
  const framework = frameworks[name]
  const pool = { ...scriptedConfig, ...(userPoolClientId && { userPoolClientId }) }
  const moment: Moment = { pool, isAnyPool: true, now: begins, serial: 1, nonce: 'nonce' }
  const fixtures: Fixtures = { answers: new Map(), browsers: new Map() }
  const described = walks.map((walk) => ({
    title: titleOf(walk),
    acts: actsOf(behaviour, walk, moment, fixtures),
  }))
  const slugs = slugsOf(described.map(({ title }) => title))
  const specs = described.map(({ title, acts }, index) => ({
    name: `${slugs[index]}.spec.ts`,
    text: framework.spec(title, contract, acts),
  }))
  const shared = [
    { name: 'cognito.ts', text: framework.support },
    { name: 'cognito-answers.ts', text: answersFile(fixtures, moment) },
  ]
  const written = [...specs, ...shared].map(({ name: file, text }) => ({
    name: file,
    text: `${headerOf(name)}${text}`,
    isSkeleton: false,
  }))
  if (contract !== undefined) return written
  const text = uiSkeleton(
    framework.skeleton,
    described.flatMap(({ acts }) => acts),
  )
  return [...written, { name: 'ui.ts', text, isSkeleton: true }]
}

const headerOf = (framework: string) => `\
// Written by \`authchart-test generate --framework ${framework}\` from the auth chart and its catalogue of
// outcomes. They need no installation and no AWS account: the responses are Cognito's own JSON, served
// in the test. The contract describes how the steps are done in your app
// (\`ui.ts\` unless you have another one). Write the files anew when the chart has changed.
`

/** What is counted in titles is of no use to readers. */
const titleOf = ({ title }: Walk) => title.replace(/ \(\d+ steps\)$/, '')

const slugOf = (title: string) =>
  title
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '')

/** File names, no two alike; `session` where a title has nothing that a file name takes. */
function slugsOf(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const slug = slugOf(title) || 'session'
    let free = slug
    for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`
    taken.add(free)
    return free
  })
}

/** What apps request of their own accord. */
const unprompted = ['GetUser', 'ListDevices', 'GetTokensFromRefreshToken', 'RevokeToken']

function answersFile({ answers, browsers }: Fixtures, moment: Moment): string {
  const tokens = tokensOf(user, moment)
  const defaults = unprompted.map((operation) => {
    const { AccessToken, RefreshToken } = tokens
    const requested = { AccessToken, RefreshToken }
    const exchange = defaultExchange(operation, requested, moment)
    return [operation, plain(exchange)] as const
  })
  const described = [...answers].map(([key, exchanges]) => [key, exchanges.map(plain)] as const)
  return `
/** A request and how it ends. */
export interface Exchange {
  readonly operation: string
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON; a text for what is not. */
  readonly body?: object | string
  /** The connection is lost. */
  readonly isLost?: boolean
}

/** When the tests take place: the tokens are good for an hour. */
export const begins = ${quoted(new Date(moment.now).toISOString())}

const named = <Name extends string>(all: Readonly<Record<Name, readonly Exchange[]>>) => all

/** What Cognito answers, request by request. */
export const answers = named(${literal(sorted(described))})

/** What the browser stores when the page is opened. */
export const browsers = ${literal(sorted([...browsers]))}

const ofItsOwnAccord: Readonly<Record<string, Exchange>> = ${literal(sorted(defaults))}

/** The response to a request that the app sends of its own accord. */
export const unprompted = (operation: string): Exchange =>
  ofItsOwnAccord[operation] ?? { operation, status: 200, headers: {}, body: {} }
`
}

const sorted = (entries: readonly (readonly [string, unknown])[]) =>
  Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : 1)))

function plain(exchange: Exchange): object {
  const { operation } = exchange
  if (exchange.kind !== 'answer') return { operation, isLost: true }
  const { status, headers, body } = exchange
  return { operation, status, headers, body }
}
