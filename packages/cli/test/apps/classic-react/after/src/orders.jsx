import { auth } from './auth'
import { useEffect, useState } from 'react'

/** The orders of the signed-in user, from the API of the shop. */
export async function loadOrders() {
  const session = await auth.getSession()
  const response = await fetch('/api/orders', {
    headers: { Authorization: `Bearer ${session.idToken}` },
  })
  return response.json()
}

export function Orders() {
  const [owner, setOwner] = useState('')

  useEffect(() => {
    auth.getSession().then(({ user }) => user).then((user) => setOwner(user.email))
  }, [])

  return <p>Orders of {owner}</p>
}
