/**
 * A photo as small as its purpose allows: drawn anew as JPEG, so that neither the place it was taken at nor anything hidden in the file goes along.
 * At most 300 kB and 1,600 pixels, unless the form asks for fewer.
 */
const mostPixels = 1600
const mostBytes = 300_000

const asJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> => new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))

/** Null when this is no picture that the browser can read. */
export async function smallPhoto(chosen: Blob, maxPixels: number | null): Promise<Blob | null> {
  const picture = await createImageBitmap(chosen, { imageOrientation: 'from-image' }).catch(() => null)
  if (!picture) return null
  let longest = Math.min(maxPixels ?? mostPixels, mostPixels, Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  for (let quality = 0.82; ; ) {
    const scale = longest / Math.max(picture.width, picture.height)
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const photo = await asJpeg(canvas, quality)
    if (!photo || photo.size <= mostBytes || longest < 400) {
      picture.close()
      return photo
    }
    if (quality > 0.6) quality -= 0.12
    else longest = Math.round(longest * 0.8)
  }
}
