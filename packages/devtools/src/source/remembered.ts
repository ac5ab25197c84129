import type { AuthSnapshot } from '@authchart/machine/xstate'
import { contextRules } from '../redaction/allow-list.ts'
import type { Redactor } from '../redaction/redactor.ts'
import type { Shown } from '../trace/trace-event.ts'

/** What a chart remembers, as it may be seen. What it was configured with is nothing that it remembers. */
export function remembered(
  { context }: AuthSnapshot,
  redact: Redactor,
): Readonly<Record<string, Shown>> {
  const { passwordPolicy, formSettings, providers, ...rest } = context
  return redact.show(contextRules, rest) as Readonly<Record<string, Shown>>
}
