import { Auth } from 'aws-amplify'

/** A client of the AWS SDK that signs as the user. */
export async function uploadClient(S3Client) {
  const credentials = await Auth.currentCredentials()
  return new S3Client({
    region: 'us-east-1',
    credentials: Auth.essentialCredentials(credentials),
  })
}
