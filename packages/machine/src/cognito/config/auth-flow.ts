import type { AuthFlowType } from '../../ports/index.ts'

const flows = [
  'USER_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'CUSTOM_AUTH',
  'USER_AUTH',
] as const satisfies readonly AuthFlowType[]

export function isAuthFlow(value: unknown): value is AuthFlowType {
  return flows.some((flow) => flow === value)
}

export const knownFlows = `known are ${flows.slice(0, -1).join(', ')} and ${flows.at(-1)}`
