import type { AuthPath } from './route.ts'

type LastKey<Path extends string> = Path extends `${string}.${infer Rest}` ? LastKey<Rest> : Path

/** The leaves that wait for the user, not for a request. */
type Resting = 'editing' | 'cooling' | 'ready' | 'idle' | 'failed' | 'verified'

/** The name of a leaf that waits for a request, e.g. `'submitting'` or `'resending'`. */
export type PendingLeaf = Exclude<LastKey<AuthPath>, Resting>
