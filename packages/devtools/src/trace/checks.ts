/** Whether a value from elsewhere is what it should be. */
export type Check = (value: unknown) => boolean

export const text: Check = (value) => typeof value === 'string'
export const number: Check = (value) => Number.isFinite(value)
export const yesOrNo: Check = (value) => typeof value === 'boolean'
export const record: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function maybe(check: Check): Check {
  return (value) => value === undefined || value === null || check(value)
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

/** A record with free keys. */
export function eachOf(check: Check): Check {
  return (value) => record(value) && Object.values(Object(value)).every(check)
}

export function having(checks: Readonly<Record<string, Check>>): Check {
  return (value) =>
    record(value) &&
    Object.entries(checks).every(([key, check]) => check((value as Record<string, unknown>)[key]))
}
