/** The configuration is not one we know; the message says what to put there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
