import { AuthenticationHelper } from './identity-js.ts'
import { accelerateModPow } from './mod-pow.ts'

/** The constructor computes A, so the fast arithmetic must be there before it ends. */
export class FastHelper extends AuthenticationHelper {
  override calculateA(...parameters: Parameters<AuthenticationHelper['calculateA']>): void {
    accelerateModPow(this)
    super.calculateA(...parameters)
  }
}
