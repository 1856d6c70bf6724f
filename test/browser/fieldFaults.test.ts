/** What goes wrong with phones: an update in the middle of a form, two windows, a stolen phone, access that ended, no room left. Work is never lost. */
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { takePicture } from '../support/browser.ts'
import { beginForm, isSaved, joinPhone, next, openAgain, pinOfAna, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { type FieldStage, openFieldStage } from '../support/fieldStage.ts'

describe('a phone in the field', () => {
  let stage: FieldStage
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    stage = await openFieldStage()
  }, 300_000)
  afterAll(() => stage?.close())
  beforeEach(async () => {
    await context?.close()
    context = await takePhone(stage.browser)
    page = await joinPhone(context, stage.link)
    await prepareForField(page)
    await beginForm(page)
    await next(page)
    await page.getByRole('radio', { name: 'Nampula' }).check()
    await page.getByRole('radio', { name: 'Memba' }).check()
    await isSaved(page)
  }, 300_000)

  const theDraftIsThere = async () => {
    await page.locator('.cards .card').first().click()
    await page.locator('.question').first().waitFor()
    expect(await page.getByRole('radio', { name: 'Memba' }).isChecked()).toBe(true)
  }

  it('keeps the open form while an update waits, and the draft after it', async () => {
    stage.line.newVersion('the next version')
    await page.evaluate(async () => {
      const registered = await navigator.serviceWorker.getRegistration('/field/')
      await registered?.update()
    })
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration('/field/'))?.waiting !== null)
    expect(await page.getByRole('radio', { name: 'Memba' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Voltar' }).first().click()
    await page.getByText('Há uma versão nova da aplicação.').waitFor()
    await page.getByRole('button', { name: 'Atualizar agora' }).click()
    await page.getByLabel('PIN').fill(pinOfAna)
    await page.getByRole('button', { name: 'Abrir' }).click()
    await page.getByRole('heading', { name: 'Rascunhos' }).waitFor()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/field/'))?.waiting)).toBeNull()
    await context.setOffline(true)
    await theDraftIsThere()
  })

  it('opens a draft to read only in a second window', async () => {
    const second = await openAgain(context, stage.address)
    await second.locator('.cards .card').first().click()
    await second.getByText('Aberto noutra janela: aqui só se lê.').waitFor()
    expect(await second.getByRole('radio', { name: 'Nampula' }).isDisabled()).toBe(true)
  })

  it('forgets lists and its key after ten wrong PINs, never the work', async () => {
    await page.goto(`${stage.address}/field/`)
    await page.reload()
    for (let left = 9; left >= 1; left--) {
      await page.getByLabel('PIN').fill('1111')
      await page.getByRole('button', { name: 'Abrir' }).click()
      await page.getByText(left === 1 ? 'Resta 1 tentativa' : `Restam ${left} tentativas`).waitFor()
    }
    await page.getByLabel('PIN').fill('1111')
    await page.getByRole('button', { name: 'Abrir' }).click()
    await page.getByText(/Houve dez PIN errados/).waitFor()
    await takePicture(page, 'field-wiped')
    await page.getByLabel('Ou cole aqui o link que recebeu').fill(stage.link)
    await page.getByRole('button', { name: 'Usar este link' }).click()
    await page.getByLabel('PIN').fill('9999')
    await page.getByRole('button', { name: 'Abrir' }).click()
    await page.getByRole('alert').filter({ hasText: 'Este não é o PIN antigo' }).waitFor()
    await page.getByLabel('PIN').fill(pinOfAna)
    await page.getByRole('button', { name: 'Abrir' }).click()
    await prepareForField(page)
    await page.getByRole('button', { name: 'Voltar' }).click()
    await theDraftIsThere()
  })

  it('saves answers and refuses the photo when there is no room left', async () => {
    for (let turn = 0; turn < 8 && (await page.locator('input[type=file]').count()) === 0; turn++) {
      await next(page)
      const later = page.getByRole('button', { name: 'Responder mais tarde' })
      await page.waitForTimeout(300)
      if ((await later.count()) > 0) await later.click()
      await page.waitForTimeout(300)
    }
    // Chromium does not hold IndexedDB to a quota set through its tools; the browser's own refusal is played at the last step before the disk.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: { data?: ArrayBuffer }, key?: IDBValidKey) {
        if ((value.data?.byteLength ?? 0) > 20_000) throw new DOMException('no room', 'QuotaExceededError')
        return put.call(this, value, key)
      }
    })
    const picture = await page.screenshot({ type: 'png' })
    await page.locator('input[type=file]').first().setInputFiles({ name: 'IMG.png', mimeType: 'image/png', buffer: picture })
    await page.getByText(/Telefone cheio: as respostas ficam guardadas/).waitFor()
    await page.getByLabel('Litros de água por pessoa').fill('7,5')
    await page.waitForTimeout(1500)
    await page.close()
    page = await openAgain(context, stage.address)
    await page.locator('.cards .card').first().click()
    await page.getByLabel('Litros de água por pessoa').waitFor()
    expect(await page.getByLabel('Litros de água por pessoa').inputValue()).toBe('7,5')
  })

  it('gives lists and forms back when its access ends, and keeps what was made on it', async () => {
    await stage.office.revoke()
    await page.getByRole('button', { name: 'Voltar' }).first().click()
    await page.getByRole('button', { name: 'Falar com o escritório' }).click()
    await page.getByText('O acesso deste telefone terminou.').waitFor()
    await page.getByText('Ainda não há formulários neste telefone.').waitFor()
    expect(await page.locator('.cards .card').count()).toBe(1)
    await takePicture(page, 'field-ended')
  })
}, 300_000)
