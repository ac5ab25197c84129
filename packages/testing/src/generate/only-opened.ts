import type { Behaviour } from '../model/behaviour.ts'
import { perBehaviour } from '../model/per-behaviour.ts'
import { withVault } from '../model/with-vault.ts'

/** The behaviour for plain specs: they open a page, and have no server and no hosted UI. */
export const onlyOpened: (behaviour: Behaviour) => Behaviour = perBehaviour((behaviour) => ({
  ...withVault(behaviour),
  starts: behaviour.starts.filter(({ name }) => name === 'the page is opened'),
}))
