import { payloads } from '../catalogue/payloads.ts'
import type { ActionType } from '../contract/define-ui.ts'

/** Every action of a contract. */
export function actionTypes(): readonly ActionType[] {
  return Object.keys(payloads).filter(
    (type) => !/^(session|account|link)\./.test(type),
  ) as ActionType[]
}
