/** Which reads of the token store wait at the gate. */
export class StoreReads {
  /** How many reads may pass during a restore. */
  allowed = 0
  /** Whether reads wait outside of a restore. */
  isPaused = false
  /** How many of the waiting reads belong to an earlier restore. */
  outdated = 0

  /** Whether a read that begins now waits. */
  begin(isRestoring: boolean): boolean {
    if (this.allowed > 0) {
      this.allowed -= 1
      return false
    }
    return this.isPaused || isRestoring
  }
}
