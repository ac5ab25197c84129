/** What an actor answered, as the parameters of a guard or an action. */
export const outputOf = <Output>({ event }: { event: { output: Output } }): Output => event.output

/** What an actor threw, likewise. */
export const errorOf = ({ event }: { event: { error: unknown } }) => ({ error: event.error })
