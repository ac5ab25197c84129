import * as SecureStore from 'expo-secure-store'

/** Some systems reject longer values, and an ID token with many claims is longer. */
const pieceLength = 2_000

/** SecureStore takes letters, digits, `.`, `-` and `_`; a user name has others. */
function nameOf(key: string, piece: number): string {
  const safe = key.replace(/[^\w.-]|_/g, (char) => `_${char.charCodeAt(0).toString(16)}_`)
  return `${safe}.${piece}`
}

/** The keychain of iOS, the keystore of Android. The last piece of a value is shorter than the others. */
export const secureStorage = {
  async getItem(key: string): Promise<string | null> {
    let value = ''
    for (let piece = 0; ; piece += 1) {
      const text = await SecureStore.getItemAsync(nameOf(key, piece))
      if (text === null) return null
      value += text
      if (text.length < pieceLength) return value
    }
  },
  async setItem(key: string, value: string): Promise<void> {
    for (let piece = 0; piece * pieceLength <= value.length; piece += 1) {
      const text = value.slice(piece * pieceLength, (piece + 1) * pieceLength)
      await SecureStore.setItemAsync(nameOf(key, piece), text)
    }
  },
  async removeItem(key: string): Promise<void> {
    for (let piece = 0; ; piece += 1) {
      const name = nameOf(key, piece)
      if ((await SecureStore.getItemAsync(name)) === null) return
      await SecureStore.deleteItemAsync(name)
    }
  },
}
