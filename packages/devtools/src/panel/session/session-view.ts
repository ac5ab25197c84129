import type { PanelSource, SessionFacts } from '../../source/panel-source.ts'
import { clockOf, timeOf } from '../../words/sentence.ts'
import { h, keep } from '../elements/h.ts'
import { icon } from '../elements/icon.ts'
import type { View } from '../view.ts'
import { claimsCard } from './claims-card.ts'
import { sessionCard } from './session-card.ts'

/** How long Cognito waits for the response to a challenge by default (`AuthSessionValidity`), in ms. */
const challengeMs = 180_000

const recordedWords =
  'Every event is looked through for tokens. Which passwords and codes there were is not known of a recording: its own session looked for them.'

/** The user, the times of tokens and challenges, and whether the trace is free of secrets. */
export function sessionView(source: PanelSource): View {
  // The whole trace, independent of the selected moment.
  const { trace } = source
  const who = h('section', { class: 'card' })
  const clocks = h('section', { class: 'card', 'aria-label': 'Clocks' })
  const check = h('section', { class: 'card' })
  const [actions, claims] = [sessionCard(source), claimsCard(source)]
  const column = h('div', { class: 'column' }, who, actions.element)
  const times = h('div', { class: 'column' }, clocks, claims.element)
  // Scrolled by keyboard as well: a remote session has nothing else that takes the focus.
  const element = h(
    'div',
    { class: 'now session', tabindex: 0, role: 'group', 'aria-label': 'Session' },
    column,
    times,
    check,
  )
  let timer: ReturnType<typeof setInterval> | undefined
  let checked = Number.NaN

  /** Looking through the whole trace takes a while: only where it has changed. */
  function updateCheck() {
    const events = trace.events()
    const last = events.at(-1)?.id ?? 0
    if (last === checked) return
    checked = last
    const { ok, found } = source.selfCheck()
    const { isRecorded } = source
    keep(check, [ok, found, events.length, trace.dropped], () => [
      h('h2', {}, 'Secrets in the trace'),
      h(
        'p',
        { class: ok ? 'verdict good' : 'verdict bad' },
        icon(ok ? 'shield' : 'alert'),
        `${found.length} ${isRecorded ? 'token' : 'secret'}${found.length === 1 ? '' : 's'} in the trace`,
      ),
      h(
        'p',
        { class: 'quiet prose' },
        ok
          ? isRecorded
            ? recordedWords
            : 'Every event is searched for tokens and for the secrets that the chart has used.'
          : 'Do not share this trace. Where something was found:',
      ),
      h(
        'ul',
        { class: 'rows' },
        ...found
          .slice(0, 50)
          .map(({ id, path, why }) =>
            h(
              'li',
              { class: 'row-line' },
              h('code', { class: 'grow cut' }, `#${id} ${path}`),
              h('span', { class: 'chip bad' }, why),
            ),
          ),
      ),
      h(
        'dl',
        { class: 'facts' },
        ...fact('Events stored', `${events.length} of ${trace.capacity}`),
        ...fact('Dropped', String(trace.dropped)),
      ),
    ])
  }

  function update() {
    const facts = source.session()
    keep(who, facts.user ?? null, () => whoIs(facts))
    actions.update()
    claims.update()
    const now = Date.now()
    clocks.replaceChildren(h('h2', {}, 'Clocks'), ...clocksOf(facts, now))
    if (Number.isNaN(checked)) updateCheck()
  }

  return {
    name: 'Session',
    element,
    update,
    show() {
      updateCheck()
      timer ??= setInterval(() => {
        update()
        updateCheck()
      }, 1000)
    },
    hide() {
      clearInterval(timer)
      timer = undefined
    },
  }
}

function whoIs({ user }: SessionFacts) {
  if (!user) return [h('h2', {}, 'Signed-in user'), h('p', { class: 'leaf quiet' }, 'No user')]
  const { username, userId, kind, groups, provider } = user
  return [
    h('h2', {}, 'Signed-in user'),
    h('p', { class: 'leaf' }, username),
    h(
      'dl',
      { class: 'facts' },
      ...fact('User id', userId),
      ...fact('Signed in by', provider ? `${kind}, ${provider}` : kind),
      ...fact('Groups', groups.length > 0 ? groups.join(', ') : 'none'),
    ),
  ]
}

const fact = (name: string, value: string) => [h('dt', {}, name), h('dd', {}, value)]

function clocksOf({ issuedAt, expiresAt, refreshAt, challenge }: SessionFacts, now: number) {
  const token = expiresAt !== undefined && [
    countdown('Access token expires', expiresAt, now, issuedAt),
    refreshAt === undefined
      ? h('p', { class: 'quiet' }, 'Nothing can refresh it: the session ends then.')
      : countdown('Next refresh', refreshAt, now, issuedAt, 'due'),
  ]
  const lastRequest = challenge && [
    countdown(
      `Challenge ${challenge.type}, unless the pool is set otherwise`,
      challenge.issuedAt + challengeMs,
      now,
      challenge.issuedAt,
    ),
    h('dl', { class: 'facts' }, ...fact('Issued', `${clockOf(now - challenge.issuedAt)} ago`)),
  ]
  const all = [...(token || []), ...(lastRequest ?? [])]
  return all.length > 0 ? all : [h('p', { class: 'quiet' }, 'No clock is running.')]
}

/** The remaining time, and its share if the start is known. `end`: the text after the time. */
function countdown(
  name: string,
  until: number,
  now: number,
  from?: number,
  end: 'over' | 'due' = 'over',
): HTMLElement {
  const left = until - now
  return h(
    'div',
    { class: left <= 0 ? `clock ${end}` : 'clock' },
    h('span', { class: 'grow' }, name),
    h('span', { class: 'clock-left' }, left <= 0 ? end : clockOf(left)),
    h('span', { class: 'quiet clock-at' }, `at ${timeOf(until).slice(0, 8)}`),
    from !== undefined &&
      h('meter', {
        min: 0,
        max: Math.max(1, until - from),
        value: Math.max(0, left),
        'aria-label': `${name}: time left`,
      }),
  )
}
