/** The configuration is not valid; the message says what to put there. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
