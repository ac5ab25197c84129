import { rejectUnknown } from '../run/reject-unknown.ts'
import { gapsOf, type Ui } from './define-ui.ts'

type Loose = Readonly<Record<string, unknown>>

/**
 * Rejects a contract that the compiler would reject: Playwright, Vitest and Node only strip types.
 *
 * @throws TypeError that names each screen and action that is missing, and each name that nothing reads.
 */
export function checkUi(ui: Ui<never>): void {
  const { routes, actions, shows = {}, buttons = {} } = Object(ui) as Ui<never>
  for (const [name, part] of Object.entries({ routes, actions, shows, buttons })) {
    if (typeof part === 'object' && part !== null) continue
    throw new TypeError(`The contract of the UI has no ${name}: see defineUi.`)
  }
  const gaps = gapsOf(ui)
  if (gaps.length > 0) {
    throw new TypeError(
      `The contract of the UI lacks ${grouped(gaps).join('; ')}. Say how the screen is recognised or the action is done, or absent('why') where your UI does not have it.`,
    )
  }
  rejectUnknown('the contract of the UI', ui, [
    'routes',
    'actions',
    'shows',
    'buttons',
    'cannotTake',
  ])
  rejectUnknown('shows', shows, ['failure', 'notice', 'screen'])
  // An extended chart has routes and actions of its own.
  rejectUnknown('shows.screen', (shows.screen ?? {}) as Loose, Object.keys(routes))
  rejectUnknown('buttons', buttons as Loose, Object.keys(actions))
}

/** `routes: signIn, signUp` for `routes: signIn` and `routes: signUp`. */
const grouped = (gaps: readonly string[]): readonly string[] =>
  ['routes: ', 'actions: '].flatMap((kind) => {
    const names = gaps.filter((gap) => gap.startsWith(kind)).map((gap) => gap.slice(kind.length))
    return names.length > 0 ? [`${kind}${names.join(', ')}`] : []
  })
