import {
  type Check,
  having,
  listOf,
  maybe,
  number,
  record,
  text,
  yesOrNo,
} from '../trace/checks.ts'
import { parseJson } from '../trace/parse-json.ts'
import type { Message } from './message.ts'

const field = having({
  name: text,
  kind: (kind) => text(kind) || listOf(text)(kind),
  isOptional: yesOrNo,
})
const legal = having({
  type: text,
  targets: listOf(maybe(text)),
  guard: maybe(text),
  isAllowed: yesOrNo,
  fields: maybe(listOf(field)),
  confirm: maybe(text),
})
const claims = having({ shown: record, others: number })
const state = having({
  leaf: text,
  view: having({ route: text, context: record }),
  legal: listOf(legal),
  pending: maybe(
    having({
      actor: text,
      since: maybe(number),
      outcomes: listOf(having({ name: text, isRejection: yesOrNo })),
    }),
  ),
  session: having({
    user: maybe(having({ username: text, userId: text, kind: text, groups: listOf(text) })),
    issuedAt: maybe(number),
    expiresAt: maybe(number),
    refreshAt: maybe(number),
    claims: maybe(having({ access: claims, id: claims })),
    challenge: maybe(having({ type: text, issuedAt: number })),
  }),
  selfCheck: having({
    ok: yesOrNo,
    found: listOf(having({ id: number, path: text, why: text })),
  }),
})
const node = { id: text, key: text, tags: listOf(text), invokes: listOf(text) }
const edge = { id: text, kind: text, source: text, label: text, actions: listOf(text) }

const checks: { readonly [Type in Message['type']]: Check } = {
  hello: having({
    app: text,
    name: text,
    startedAt: number,
    capacity: number,
    graph: having({ nodes: listOf(having(node)), edges: listOf(having(edge)) }),
  }),
  state: having({ app: text, state }),
  events: having({ app: text, events: listOf(record), isWhole: yesOrNo, dropped: number }),
  bye: having({ app: text }),
  watch: having({ app: maybe(text) }),
  send: having({ app: text, event: having({ type: text }) }),
  answer: having({ app: text, outcome: text }),
}

/** A message as it came; `undefined` for what is none: of another version, broken, or not for us. */
export function readMessage(data: unknown): Message | undefined {
  const said = typeof data === 'string' ? parseJson(data) : data
  const { type }: { type?: unknown } = Object(said)
  const isMessage =
    typeof type === 'string' && Object.hasOwn(checks, type) && checks[type as Message['type']](said)
  return isMessage ? (said as Message) : undefined
}
