/** `{ name: value }` in Cognito's words. */
export const toAttributes = (values: Readonly<Record<string, string>> = {}) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }))
