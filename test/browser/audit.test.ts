/** Who did what, in words: an administrator reads the audit of a working day and meets no code of ours. Pictures in both languages. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { fromText, wizardOf } from '../support/importing.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(() => stage?.close())

it('tells each deed with its facts under their names, foldable where they are many, and nothing as the machine keeps it', async () => {
  await wizardOf(stage.test).takeIn(
    fromText(
      'dia.csv',
      'pcode,round,reporting date,households,individuals,reason\nMZ010901,7,2023-07-20,10,50,Conflitto\nMZ010902,7,2023-07-20,20,90,Conflict\n',
    ),
    { operation: 'Um dia' },
  )
  const payload = { name: 'Gina', email: 'gina@capulana.test', roles: ['dataOfficer'], areas: ['*'] }
  expect((await stage.test.ask('filipa', { method: 'POST', url: '/api/people', payload })).status).toBe(200)
  for (const [lang, width] of [
    ['pt', 1280],
    ['pt', 390],
    ['en', 1280],
    ['en', 390],
  ] as const) {
    await stage.test.ask('filipa', { method: 'POST', url: '/api/me/language', payload: { language: lang } })
    const page = await stage.enter('filipa', { lang, width })
    await page.goto(`${stage.address}/desk/audit`)
    const table = page.getByRole('region', { name: lang === 'pt' ? 'Quem fez o quê' : 'Who did what' })
    await table.getByText(lang === 'pt' ? 'gravou uma importação' : 'wrote an import').waitFor()
    await takePicture(page, `audit-${lang}-${width}`)
    await page.locator('.audit-facts summary').first().click()
    await takePicture(page, `audit-open-${lang}-${width}`)
    const written = (await table.textContent())!
    expect(written).toContain(lang === 'pt' ? 'Oficial de dados' : 'Data officer')
    expect(written).toContain(lang === 'pt' ? 'todo o país' : 'whole country')
    expect(written).not.toMatch(/[{}"]|\w+\.(take|carry-out|bring|create)|dataOfficer|newPlaces|sha256/)
    expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await page.context().close()
  }
})
