/** An administrator without a second factor, in a real browser: led to enrol before anything else, keeps the recovery codes, and is let in by nothing less. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPerson, isRefused, signInLink } from '../../src/kernel/index.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { phoneOf } from '../support/secondFactor.ts'

describe('a second administrator', () => {
  let stage: Stage
  let gil: string
  const recoveryCodes: string[] = []
  beforeAll(async () => {
    stage = await openStage()
    const person = await addPerson(stage.test.house.doors, { name: 'Gil Macuácua', email: 'gil@capulana.test', roles: ['admin'], areas: ['*'] })
    if (isRefused(person)) throw new Error(JSON.stringify(person.refused))
    gil = person.id
  }, 240_000)
  afterAll(() => stage?.close())

  const come = async () => {
    const context = await stage.browser.newContext({ viewport: { width: 390, height: 900 }, locale: 'pt-MZ' })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    await page.goto(`${stage.address}/desk/enter#${await signInLink(stage.test.house.doors, gil)}`)
    return page
  }

  it('meets the second factor before any screen, and the desk only after keeping the codes', async () => {
    const page = await come()
    await page.getByRole('heading', { level: 1, name: 'Ligue o segundo factor' }).waitFor()
    await page.goto(`${stage.address}/desk/people`)
    await page.getByRole('heading', { level: 1, name: 'Ligue o segundo factor' }).waitFor()
    await page.getByRole('button', { name: 'Começar' }).click()
    const secret = await page.getByLabel('Segredo').inputValue()
    await page.getByLabel('Primeiro código').fill(phoneOf(secret).code())
    await page.getByRole('button', { name: 'Confirmar' }).click()
    await page.getByRole('heading', { name: 'Códigos de recuperação' }).waitFor()
    recoveryCodes.push(...(await page.locator('.recovery-codes code').allTextContents()))
    expect(recoveryCodes).toHaveLength(10)
    await page.getByRole('button', { name: 'Já os guardei' }).click()
    await page.getByRole('heading', { level: 1, name: 'Pessoas que usam o sistema' }).waitFor()
    await page.context().close()
  })

  it('is asked for a code at the next link, and a recovery code will do', async () => {
    const page = await come()
    await page.getByRole('heading', { level: 1, name: 'Falta o código do telefone' }).waitFor()
    const code = page.getByRole('textbox')
    await code.fill('000000')
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByText('O código não está certo').waitFor()
    await code.fill(recoveryCodes[0]!)
    await page.getByRole('button', { name: 'Entrar' }).click()
    await page.getByRole('link', { name: /^Capulana/ }).waitFor()
    await page.context().close()
  })

  it('ends another session from the account, and that browser is outside', async () => {
    const [kept, lost] = [await come(), await come()]
    for (const [page, code] of [
      [kept, recoveryCodes[1]!],
      [lost, recoveryCodes[2]!],
    ] as const) {
      await page.getByRole('textbox').fill(code)
      await page.getByRole('button', { name: 'Entrar' }).click()
      await page.getByRole('link', { name: /^Capulana/ }).waitFor()
    }
    await kept.goto(`${stage.address}/desk/settings`)
    const others = kept.locator('.ways-in').first().locator('li').filter({ hasNotText: 'esta' })
    await others.first().waitFor()
    for (let left = await others.count(); left > 0; left--) {
      await others
        .first()
        .getByRole('button', { name: /^Terminar/ })
        .click()
      await expect.poll(() => others.count(), { timeout: 20_000 }).toBe(left - 1)
    }
    await lost.goto(`${stage.address}/desk/settings`)
    await lost.getByRole('heading', { level: 1, name: 'Entrar' }).waitFor()
    await kept.context().close()
    await lost.context().close()
  })
})
