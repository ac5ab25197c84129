import type { Message } from './message.ts'

/** Carries messages between an app and the page that shows it. What is lost is not sent again. */
export interface Channel {
  /** Never throws. Where nobody listens, nothing happens. */
  post(message: Message): void
  /** Calls back with whatever the other end posts, as it comes; the function it gives ends that. */
  listen(listener: (data: unknown) => void): () => void
  /** Leaves the channel, for good. */
  close(): void
}
