/** A mistake in the command line: the message is all the user needs. */
export class UsageError extends Error {}
