/** A mishap that a UI has to bear. */
export type Adversity =
  | 'reload'
  | 'back'
  | 'double submit'
  | 'second tab'
  | 'offline'
  | 'slow'
  | 'session expiry'
