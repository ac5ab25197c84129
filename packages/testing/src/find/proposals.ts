import type { AuthRoute } from '@authchart/machine'
import type { ActionType } from '../contract/define-ui.ts'
import type { FoundUi } from './found-ui.ts'
import { anyOf, placesIn, writeAction } from './write-action.ts'
import { helperTexts } from './write-contract.ts'

/** What to write for a member of a contract, e.g. `routes.signIn`; `undefined` if it was not found. */
export function proposalFor({ routes, actions }: FoundUi, name: string): string | undefined {
  const [, part, member = ''] = /^(routes|actions)\.(.*)$/.exec(name) ?? []
  if (part === 'routes') {
    const sign = routes.get(member as AuthRoute)
    return sign && `    ${member}: (page) => ${anyOf(sign)},\n`
  }
  const variants = new Map([...actions].filter(([variant]) => variant.split(' ')[0] === member))
  if (variants.size === 0) return undefined
  const { text, helpers } = writeAction(member as ActionType, variants, placesIn(actions, 'back'))
  return [text, ...helpers.map((helper) => helperTexts[helper])].join('\n')
}
