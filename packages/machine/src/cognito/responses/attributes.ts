/** Attributes as Cognito's list of `Name` and `Value`. */
export const toAttributes = (values: Readonly<Record<string, string>> = {}) =>
  Object.entries(values).map(([Name, Value]) => ({ Name, Value }))
