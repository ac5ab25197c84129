import type { Challenge } from './challenge.ts'
import { passwordVerifier } from './password-verifier.ts'

export const challenges: Readonly<Partial<Record<string, Challenge>>> = {
  PASSWORD_VERIFIER: passwordVerifier,
}
