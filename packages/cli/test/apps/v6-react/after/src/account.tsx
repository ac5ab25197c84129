import { updatePassword } from 'aws-amplify/auth'
import { useEffect, useState } from 'react'
import { whoAmI } from './api'
import { fetchUserAttributes } from './auth-calls'

export function Account() {
  const [email, setEmail] = useState<string>()
  const [name, setName] = useState('')

  useEffect(() => {
    void fetchUserAttributes().then((attributes) => setEmail(attributes.email))
    void whoAmI().then(setName)
  }, [])

  return (
    <section>
      <p>
        {name} has {email}
      </p>
      <button
        type="button"
        onClick={() =>
          updatePassword({ oldPassword: 'Correct-horse-7', newPassword: 'Correct-horse-8' })
        }
      >
        New password
      </button>
    </section>
  )
}
