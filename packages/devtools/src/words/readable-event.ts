/** The events of XState itself, in the words of the chart. */
export function readableEvent(event: string): string {
  const [, ending, actor] = /^xstate\.(done|error)\.actor\.(.+)$/.exec(event) ?? []
  if (actor) return `${actor} ${ending === 'done' ? 'answered' : 'failed'}`
  const [, delay] = /^xstate\.after\.(.+?)\.auth/.exec(event) ?? []
  if (delay) return `after ${delay}`
  return event === 'always' ? 'at once' : event
}
