import type { Message } from './message.ts'

/** Carries messages between an app and the page that shows it. What is lost is not sent again. */
export interface Channel {
  /** Never throws. Without a listener it has no effect. */
  post(message: Message): void
  /** Calls back with each value that the other end posts; the returned function ends that. */
  listen(listener: (data: unknown) => void): () => void
  /** Leaves the channel, for good. */
  close(): void
}
