import { Auth } from 'aws-amplify'
import { useEffect, useState } from 'react'

/** The orders of the signed-in user, from the API of the shop. */
export async function loadOrders() {
  const session = await Auth.currentSession()
  const response = await fetch('/api/orders', {
    headers: { Authorization: `Bearer ${session.getIdToken().getJwtToken()}` },
  })
  return response.json()
}

export function Orders() {
  const [owner, setOwner] = useState('')

  useEffect(() => {
    Auth.currentAuthenticatedUser().then((user) => setOwner(user.attributes.email))
  }, [])

  return <p>Orders of {owner}</p>
}
