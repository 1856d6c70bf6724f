/** The desk without a mouse, and at its edges: a wrong passphrase, a colleague who left, a network that went away. In Portuguese, as people meet it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage, settled } from '../support/browser.ts'
import { fromText, wizardOf } from '../support/importing.ts'

const operation = 'Cabo Delgado Conflict'
const figures = 'pcode,households,individuals,reason\nMZ010901,1000,4200,Conflict\nMZ010902,800,3500,Conflict\n'

describe('the desk', () => {
  let stage: Stage
  let page: Page
  beforeAll(async () => {
    stage = await openStage()
    for (const [round, month] of [
      ['1', '01'],
      ['2', '06'],
    ] as const)
      await wizardOf(stage.test).takeIn(fromText(`ronda-${round}.csv`, figures), {
        operation,
        round,
        from: `2023-${month}-10`,
        to: `2023-${month}-20`,
        assessmentType: 'BA',
      })
    page = await stage.enter('bento')
    await page.goto(`${stage.address}/desk`)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await settled(page)
  }, 240_000)
  afterAll(() => stage?.close())

  it('lets the first Tab skip the menu', async () => {
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Saltar para o conteúdo' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  })

  it('goes to the search with / and shows all keys with ?', async () => {
    await page.keyboard.press('Escape')
    await page.locator('main').focus()
    await page.keyboard.press('/')
    const search = page.getByRole('combobox', { name: 'Procurar um lugar' })
    expect(await search.evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.type('Metuge')
    await page
      .getByRole('option', { name: /Metuge/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/places\/[0-9a-f-]{36}/)
    await settled(page)
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Teclas' })
    await sheet.getByText('Ir para Rondas').waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
  })

  it('opens the rounds with g r, walks the list with j and k, and opens one with Enter', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.getByRole('heading', { level: 1, name: 'Rondas' }).waitFor()
    await settled(page)
    const rowInFocus = () => page.evaluate(() => document.activeElement?.querySelector('th')?.textContent ?? '')
    await page.keyboard.press('j')
    const first = await rowInFocus()
    await page.keyboard.press('j')
    const second = await rowInFocus()
    expect([first, second].sort()).toEqual(['Ronda 1', 'Ronda 2'])
    await page.keyboard.press('k')
    expect(await rowInFocus()).toBe(first)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: first }).waitFor()
  })

  it('says so when the network goes, and stops saying so when it is back', async () => {
    await page.context().setOffline(true)
    await page.getByRole('status').filter({ hasText: 'Sem rede' }).waitFor()
    await page.context().setOffline(false)
    await page.getByText('Sem rede').waitFor({ state: 'detached' })
  })
})

describe('the door of the desk', () => {
  const passphrase = 'cinco palavras que ninguém adivinha'
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await stage.test.ask('carla', { method: 'POST', url: '/api/me/passphrase', payload: { passphrase } })
  }, 240_000)
  afterAll(() => stage?.close())

  const signIn = async (page: Page, typed: string) => {
    await page.getByLabel('Endereço de correio').fill('carla@capulana.test')
    await page.getByLabel('Frase-passe', { exact: true }).fill(typed)
    await page.getByRole('button', { name: 'Entrar', exact: true }).click()
  }

  it('does not open to a wrong passphrase and says what to do, then opens to the right one', async () => {
    const page = await stage.browser.newPage()
    await page.goto(`${stage.address}/desk`)
    await signIn(page, 'uma frase errada de todo')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toContain('ou peça uma ligação de entrada à administração')
    expect(await page.getByLabel('Endereço de correio').inputValue()).toBe('carla@capulana.test')
    await signIn(page, passphrase)
    await page.getByRole('navigation', { name: 'Menu principal' }).waitFor()
    await page.context().close()
  })

  it('shuts for somebody whose account was closed, at the next thing she asks', async () => {
    const page = await stage.enter('elsa')
    await page.goto(`${stage.address}/desk`)
    await page.getByRole('navigation', { name: 'Menu principal' }).waitFor()
    // What the first screen asks for is answered while her account is still open.
    await page.waitForLoadState('networkidle')
    const closed = await stage.test.ask('filipa', { method: 'PATCH', url: `/api/people/${stage.test.people.elsa.id}`, payload: { disabled: true } })
    expect(closed.status).toBe(200)
    await page.getByRole('link', { name: 'Rondas' }).click()
    await page.getByRole('heading', { level: 1, name: 'Entrar' }).waitFor()
    await page.context().close()
  })
})
