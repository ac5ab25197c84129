import { invalidParameter } from '../../errors.ts'
import type { OperationContext } from '../../operation.ts'
import type { User } from '../users/user.ts'
import { codeLifetimes, createCode } from './codes.ts'
import { type CodeDeliveryDetails, deliveryDetails, mediumFor } from './outbox.ts'
import type { AttributeCode } from './pending-code.ts'
import { sendMessage } from './send-message.ts'

export type Contact = AttributeCode['attribute']

export function requireContact(name: string): Contact {
  if (name === 'email' || name === 'phone_number') return name
  throw invalidParameter(
    `Invalid attribute name ${name}: only email and phone_number are verified.`,
  )
}

export function findAttributeCode(user: User, attribute: Contact): AttributeCode | undefined {
  return user.attributeCodes.find((pending) => pending.attribute === attribute)
}

export function dropAttributeCode(user: User, attribute: Contact): void {
  user.attributeCodes = user.attributeCodes.filter((pending) => pending.attribute !== attribute)
}

/** Sends a code to `value`. It replaces the earlier code. */
export async function sendAttributeCode(
  context: OperationContext,
  user: User,
  attribute: Contact,
  value: string,
  kind: 'updateAttribute' | 'verifyAttribute',
): Promise<CodeDeliveryDetails> {
  const pending = createCode(context.random, attribute, context.now + codeLifetimes.verify)
  dropAttributeCode(user, attribute)
  user.attributeCodes = [...user.attributeCodes, { ...pending, value }]
  const medium = mediumFor(attribute)
  await sendMessage(context, user, { kind, medium, to: value, code: pending.code })
  return deliveryDetails(attribute, value)
}
