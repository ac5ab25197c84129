import type { Ending } from './ending.ts'

/** A request without a response. */
export interface PendingRequest {
  /** Its number in the trace. */
  readonly request: number
  readonly operation: string
  /** It is paused here and was not sent. */
  readonly isPaused: boolean
}

/**
 * - `paused`: not sent until it is released;
 * - `sent`: in flight to Cognito, maybe after a delay;
 * - `answered`: the inspector ended it, before or after it was sent;
 * - `faked`: a fake Cognito answers in place of the service.
 */
type RequestState = 'paused' | 'sent' | 'answered' | 'faked'

/** A pending request, as the interceptor moves it from state to state. */
export class OpenRequest implements PendingRequest {
  readonly request: number
  readonly operation: string
  /** `AuthFlow` or `ChallengeName`. */
  readonly variant: string | null
  /** Resolves with the ending that {@link end} sets. */
  readonly ended: Promise<Ending>
  /** Resolves when it is released. */
  readonly released: Promise<void>
  #state: RequestState
  #setEnding: (ending: Ending) => void = () => {}
  #setReleased = () => {}

  constructor(request: number, operation: string, variant: string | null, isPaused: boolean) {
    this.request = request
    this.operation = operation
    this.variant = variant
    this.#state = isPaused ? 'paused' : 'sent'
    this.ended = new Promise((resolve) => {
      this.#setEnding = resolve
    })
    this.released = new Promise((resolve) => {
      this.#setReleased = resolve
    })
  }

  get isPaused(): boolean {
    return this.#state === 'paused'
  }

  get isAnswered(): boolean {
    return this.#state === 'answered'
  }

  /** The response comes from the inspector and not from the service. */
  get isInjected(): boolean {
    return this.isAnswered || this.#state === 'faked'
  }

  end(ending: Ending): void {
    this.#state = 'answered'
    this.#setEnding(ending)
  }

  fake(): void {
    this.#state = 'faked'
  }

  /** `false` if it was not paused. */
  release(): boolean {
    if (!this.isPaused) return false
    this.#state = 'sent'
    this.#setReleased()
    return true
  }
}
