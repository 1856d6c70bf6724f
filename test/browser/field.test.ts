/** Ana's day: the form is filled without network, the phone dies, the network is bad, and the office has it exactly once. At 390 px, in Portuguese. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePicture } from '../support/browser.ts'
import { beginForm, isSaved, joinPhone, next, openAgain, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { type FieldStage, openFieldStage } from '../support/fieldStage.ts'

describe('a form filled without network', () => {
  let stage: FieldStage
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    stage = await openFieldStage()
    context = await takePhone(stage.browser)
    page = await joinPhone(context, stage.link)
    await takePicture(page, 'field-home')
    await prepareForField(page)
    await takePicture(page, 'field-ready')
    await context.setOffline(true)
  }, 300_000)
  afterAll(() => stage?.close())

  it('opens, and asks for what depends on the answer before', async () => {
    await beginForm(page)
    await page.getByRole('button', { name: /Escolher/ }).click()
    await page.getByPlaceholder('Procurar').fill('chiure')
    await page.getByRole('button', { name: 'Chiúre Velho' }).click()
    await next(page)
    await page.getByRole('radio', { name: 'Cabo Delgado' }).check()
    expect(await page.getByRole('radio', { name: 'Memba' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Nampula' }).check()
    expect(await page.getByRole('radio', { name: 'Metuge' }).count()).toBe(0)
    await page.getByRole('radio', { name: 'Cabo Delgado' }).check()
    await page.getByRole('radio', { name: 'Metuge' }).check()
    await takePicture(page, 'field-cascade')
    await next(page)
  })

  it('takes several households, says what cannot be right, and fills in the same as above', async () => {
    if ((await page.locator('.instance').count()) === 0) await page.getByRole('button', { name: /Acrescentar mais um/ }).click()
    await page.getByLabel('Nome do chefe do agregado').fill('Amina')
    await page.getByLabel(/Quantas pessoas/).fill('99')
    await page.getByLabel('Nome do chefe do agregado').focus()
    await page.getByText('Entre 1 e 40 pessoas.').waitFor()
    await next(page)
    await page.getByRole('heading', { name: 'Falta ver 1 resposta' }).waitFor()
    await takePicture(page, 'field-to-mend')
    await page.getByLabel(/Quantas pessoas/).fill('5')
    await page.getByRole('button', { name: /Acrescentar mais um/ }).click()
    await page.getByRole('button', { name: 'Igual ao de cima' }).click()
    expect(await page.getByLabel(/Quantas pessoas/).inputValue()).toBe('5')
    await takePicture(page, 'field-households')
    await next(page)
  })

  it('takes a photo, a number with a comma and a place, and saves each by itself', async () => {
    await page.getByLabel('Litros de água por pessoa').fill('12,5')
    const picture = await page.screenshot({ type: 'png' })
    await page.locator('input[type=file]').first().setInputFiles({ name: 'IMG_0001.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('img', { name: 'A fotografia que tirou' }).waitFor()
    await page.getByRole('button', { name: 'Medir este lugar' }).click()
    await page.getByRole('button', { name: 'Usar assim (12 m)' }).click()
    await page.getByText('exato a 12 m').waitFor()
    await isSaved(page)
    await takePicture(page, 'field-photo')
  })

  it('is still there after the phone was closed', async () => {
    await page.close()
    page = await openAgain(context, stage.address)
    await takePicture(page, 'field-drafts')
    await page.locator('.cards .card').first().click()
    await page.getByRole('img', { name: 'A fotografia que tirou' }).waitFor()
    expect(await page.getByLabel('Litros de água por pessoa').inputValue()).toBe('12,5')
    while ((await page.locator('.review').count()) === 0) {
      const read = page.getByRole('checkbox', { name: 'Li e compreendi' })
      if ((await read.count()) > 0) await read.check()
      const before = await page.locator('.progress progress').getAttribute('value')
      await next(page)
      await page.waitForFunction(
        (was) => document.querySelector('.review') !== null || document.querySelector('.progress progress')?.getAttribute('value') !== was,
        before,
      )
    }
    await takePicture(page, 'field-review')
  })

  it('waits, finished, until the network returns', async () => {
    await page.getByRole('button', { name: 'Acabar' }).click()
    await page.locator('.entry.finished').waitFor()
    await page.getByText('1 neste telefone · 1 a caminho · 0 recebidos').waitFor()
    expect(await stage.office.has()).toEqual({ submissions: 0, files: [] })
  })

  it('does not take a captive portal’s 200 for a receipt', async () => {
    stage.line.portal(true)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Enviar agora' }).click()
    await page.waitForTimeout(1500)
    await page.locator('.entry.finished').waitFor()
    expect(await stage.office.has()).toEqual({ submissions: 0, files: [] })
    stage.line.portal(false)
  })

  it('arrives exactly once with one photo although the line is cut three times, and shows its receipt', async () => {
    stage.line.cut(3, 5000)
    const received = page.locator('.entry.received')
    for (let tries = 0; tries < 20 && (await received.count()) === 0; tries++) {
      const again = page.getByRole('button', { name: 'Enviar agora' })
      if ((await again.count()) > 0) await again.click()
      await page.waitForTimeout(1000)
    }
    await received.waitFor()
    expect(stage.line.cuts()).toBe(3)
    const { submissions, files } = await stage.office.has()
    expect({ submissions, files: files.length }).toEqual({ submissions: 1, files: 1 })
    expect(files[0]).toBeLessThanOrEqual(300_000)
    await page.getByText('Recibo').click()
    await page.getByText('O escritório tem tudo.').waitFor()
    await page.getByText(/0 neste telefone · 0 a caminho · 1 recebidos, último \d\d:\d\d/).waitFor()
    await takePicture(page, 'field-receipt')
  })

  it('is offered again, and taken again, when the office lost its memory', async () => {
    await stage.office.forget()
    await page.getByRole('button', { name: 'Voltar' }).click()
    await page.getByRole('button', { name: 'Falar com o escritório' }).click()
    await expect.poll(async () => (await stage.office.has()).submissions, { timeout: 60_000 }).toBe(1)
    await expect.poll(async () => (await stage.office.has()).files.length, { timeout: 60_000 }).toBe(1)
    await page.getByText(/0 neste telefone · 0 a caminho · 1 recebidos/).waitFor()
  })
}, 300_000)
