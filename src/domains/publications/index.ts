/** The door of publications: for the portal. */
export { type Asked, askForData, longestUseDays } from './askForData.ts'
export { type PublicPicture, publicPicture, publicPictures } from './assets/readAssets.ts'
export { countOpening, linkNow } from './openLink.ts'
export { productKinds } from './products/product.ts'
export { type ProductWords, productWords } from './products/productWords.ts'
export { type PublicText, paragraphsOf } from './products/publicText.ts'
export { heldBack, picturesOfTexts } from './products/publishedTexts.ts'
export { publications } from './publications.ts'
