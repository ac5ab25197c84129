import type { OperationContext } from '../../operation.ts'
import { randomUuid } from '../../random.ts'
import type { OutboxMessage } from './outbox-message.ts'

export interface CodeDeliveryDetails {
  readonly AttributeName: 'email' | 'phone_number'
  readonly DeliveryMedium: 'EMAIL' | 'SMS'
  /** Masked: `j***@e***`, `+*******0839`. */
  readonly Destination: string
}

export function post(
  { state, now, random }: OperationContext,
  message: Omit<OutboxMessage, 'id' | 'at'>,
): void {
  state.outbox.push({ id: randomUuid(random), at: new Date(now).toISOString(), ...message })
}

export function mediumFor(attribute: 'email' | 'phone_number') {
  return attribute === 'email' ? 'EMAIL' : 'SMS'
}

export function deliveryDetails(
  attribute: 'email' | 'phone_number',
  destination: string,
): CodeDeliveryDetails {
  return {
    AttributeName: attribute,
    DeliveryMedium: mediumFor(attribute),
    Destination: attribute === 'email' ? maskEmail(destination) : maskPhone(destination),
  }
}

function maskEmail(email: string) {
  const [local = '', domain = ''] = email.split('@')
  return `${local.charAt(0)}***@${domain.charAt(0)}***`
}

function maskPhone(phone: string) {
  const digits = phone.replace('+', '')
  return `+${'*'.repeat(Math.max(digits.length - 4, 0))}${digits.slice(-4)}`
}
