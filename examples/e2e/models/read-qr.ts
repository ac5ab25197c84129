import type { Locator } from '@playwright/test'
import decodeQR from 'qr/decode.js'

/** Decodes a picture as it is on the screen: painted by the browser, and photographed. */
export async function readQr(picture: Locator): Promise<string> {
  const png = (await picture.screenshot()).toString('base64')
  // Only a browser is at hand to read the photograph.
  const { width, height, data } = await picture.page().evaluate(async (png) => {
    const image = new Image()
    image.src = `data:image/png;base64,${png}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(image, 0, 0)
    const pixels = drawing?.getImageData(0, 0, image.width, image.height).data ?? []
    return { width: image.width, height: image.height, data: [...pixels] }
  }, png)
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) }, { timeLimit: 1_000 })
}
