/** Every screen of the field app, in both languages and all colours: axe finds no serious fault, nothing scrolls sideways down to 320 px, targets are large. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults, sideways } from '../support/axe.ts'
import { takePicture } from '../support/browser.ts'
import { beginForm, chooseLanguage, joinPhone, next, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { type FieldStage, openFieldStage } from '../support/fieldStage.ts'

const screens = { home: '', forms: 'forms', places: 'places', prepare: 'prepare', outbox: 'outbox', phone: 'phone' }

describe('the screens of the field app', () => {
  let stage: FieldStage
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    stage = await openFieldStage()
    context = await takePhone(stage.browser)
    page = await context.newPage()
  }, 300_000)
  afterAll(() => stage?.close())

  const holds = async (name: string) => {
    await page.waitForTimeout(200)
    await takePicture(page, name)
    expect(await seriousFaults(page), name).toEqual([])
    expect(await sideways(page), name).toBe(0)
  }
  /** Links inside a sentence are as tall as the sentence; everything else is for thumbs. */
  const tooSmall = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a:not(.label a):not(.hint a), select, summary, .choice')]
        .filter((target) => target.getClientRects().length > 0 && target.getBoundingClientRect().height < 47)
        .map((target) => `${target.tagName} ${target.textContent}`),
    )
  const goTo = async (screen: string) => {
    await page.evaluate((to) => {
      location.hash = `#/${to}`
    }, screen)
  }
  const colours = async (theme: string) => page.evaluate((next) => document.documentElement.setAttribute('data-theme', next), theme)

  it('hold before a phone is joined', async () => {
    await page.goto(`${stage.address}/field/`)
    await page.getByRole('heading', { name: 'Ligar este telefone' }).waitFor()
    await holds('field-enrol')
    await page.close()
    page = await joinPhone(context, stage.link)
    await prepareForField(page)
  })

  it('hold in Portuguese and English, in bright sun and in the dark', async () => {
    for (const language of ['Português', 'English'])
      for (const theme of language === 'English' ? ['auto', 'dark'] : ['auto', 'sun', 'dark']) {
        await goTo('phone')
        await chooseLanguage(page, language)
        await colours(theme)
        for (const [name, screen] of Object.entries(screens)) {
          await goTo(screen)
          await holds(`field-${name}-${language.slice(0, 2).toLowerCase()}-${theme}`)
          expect(await tooSmall(), name).toEqual([])
        }
      }
  })

  it('hold in every page of a form, also at 320 px', async () => {
    await goTo('phone')
    await chooseLanguage(page, 'Português')
    await colours('auto')
    await page.setViewportSize({ width: 320, height: 640 })
    await beginForm(page)
    for (let turn = 0; turn < 12 && (await page.locator('.review').count()) === 0; turn++) {
      await holds(`field-page-${turn}`)
      expect(await tooSmall()).toEqual([])
      await next(page)
      await page.waitForTimeout(300)
      const later = page.getByRole('button', { name: 'Responder mais tarde' })
      if ((await later.count()) > 0) {
        await holds(`field-page-${turn}-to-mend`)
        await later.click()
      }
    }
    await holds('field-page-review')
  })
}, 300_000)
