export interface SandboxServer {
  readonly port: number
  /** Stops at once and closes open connections. */
  close(): Promise<void>
}
