import type { KnownSecrets } from '../redaction/known-secrets.ts'
import type { Redactor } from '../redaction/redactor.ts'
import type { Recorder } from '../trace/trace-event.ts'
import { type CognitoRequest, readAnswer } from './cognito-wire.ts'
import type { OpenRequest } from './open-request.ts'

export interface ExchangeRecording {
  readonly record: Recorder
  readonly redactor: Redactor
  readonly secrets: KnownSecrets
  /** Ms, for latencies. */
  readonly now: () => number
}

/** Records a request in the trace. The returned functions record its response or its failure. */
export function recordRequest(
  open: OpenRequest,
  details: CognitoRequest,
  { record, redactor, secrets, now }: ExchangeRecording,
) {
  const startedAt = now()
  const { request } = open
  const { operation } = details
  record('cognito', { type: 'request', request, ...details })
  const elapsed = () => Math.round(now() - startedAt)
  return {
    async response(response: Response) {
      const text = await response.clone().text()
      const latencyMs = elapsed()
      const answer = readAnswer(response, text, secrets)
      const { isInjected } = open
      record('cognito', { type: 'answer', request, operation, ...answer, latencyMs, isInjected })
    },
    failure(error: unknown) {
      record('cognito', {
        type: 'answer',
        request,
        operation,
        status: null,
        errorType: redactor.text(error instanceof Error ? error.name : 'unknown'),
        challengeName: null,
        requestId: null,
        latencyMs: elapsed(),
        bytes: 0,
        isInjected: open.isInjected,
      })
    },
  }
}
