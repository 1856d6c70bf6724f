/** A phone in a test: 390 px, Portuguese, offline when it should be; and what its owner does with it. */
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** The phone's own clock and storage; a second phone is a second context. */
export async function takePhone(browser: Browser, { colorScheme = 'light' as 'light' | 'dark' } = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'pt-MZ',
    reducedMotion: 'reduce',
    colorScheme,
    hasTouch: true,
    permissions: ['geolocation'],
    geolocation: { latitude: -12.97, longitude: 40.52, accuracy: 12 },
  })
  // The machine may be busy; what does not appear is still told by its name.
  context.setDefaultTimeout(60_000)
  return context
}

export const pinOfAna = '246810'

/** Opens the link of the QR code and chooses a PIN. */
export async function enterPhone(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('PIN', { exact: true }).fill(pinOfAna)
  await page.getByLabel('Repita o PIN').fill(pinOfAna)
  await page.getByRole('button', { name: 'Guardar o PIN' }).click()
  return page
}

/** The same, where there are forms to prepare. */
export async function joinPhone(context: BrowserContext, link: string): Promise<Page> {
  const page = await enterPhone(context, link)
  await page.getByRole('button', { name: /Preparar para o terreno/ }).waitFor()
  return page
}

export async function prepareForField(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Preparar para o terreno/ }).click()
  await page.getByRole('button', { name: /Trazer tudo/ }).click()
  await page.getByRole('status').filter({ hasText: 'Pronto para o terreno' }).waitFor()
}

/** The phone was closed, or its battery died: the app starts anew from what is on it. */
export async function openAgain(context: BrowserContext, address: string, pin = pinOfAna): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${address}/field/`)
  await page.getByLabel('PIN').fill(pin)
  await page.getByRole('button', { name: 'Abrir' }).click()
  await page.getByRole('heading', { name: 'Rascunhos' }).waitFor()
  return page
}

/** On the screen "this phone". The words are brought before the button shows the choice: looked at once, it would still stand where it stood. */
export async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.getByRole('radio', { name: language }).click()
  await page.getByRole('radio', { name: language, checked: true }).waitFor()
}

export async function beginForm(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/field/#/forms`)
  await page
    .getByRole('button', { name: /Começar/ })
    .first()
    .click()
  await page.locator('.question').first().waitFor()
}

export const next = async (page: Page): Promise<void> => {
  await page.locator('.page > .turn .main').click()
}

export const isSaved = (page: Page) => page.locator('.saved.saved').filter({ hasText: 'guardado no telefone' }).waitFor()
