/** The forms in which a text may contain a secret: plain, in JSON, in addresses, in pages, in base64. */
function formsOf(text: string): readonly string[] {
  const json = inJson(text)
  const forms = [
    text,
    json,
    // What has it in JSON may be in JSON itself.
    inJson(json),
    inJson(inJson(json)),
    encodeURIComponent(text),
    new URLSearchParams({ text }).toString().slice('text='.length),
    Buffer.from(text).toString('base64').replaceAll('=', ''),
    Buffer.from(text).toString('base64url'),
  ]
  return [...new Set([...forms, ...forms.map(inPage)])]
}

/** Whether a text contains a secret in any form. */
export function contains(text: string, secret: string): boolean {
  return formsOf(secret).some((form) => text.includes(form))
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1)

const inPage = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
