/** Attributes as Cognito's list of `Name` and `Value`. */
export function toAttributes(values: Readonly<Record<string, string>> = {}) {
  return Object.entries(values).map(([Name, Value]) => ({ Name, Value }))
}
