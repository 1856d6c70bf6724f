/** The author's story: a workbook with mistakes, findings by cell, repairs, the phone beside it, publishing with a note, and the next version that drifts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPackForms } from '../../src/kernel/index.ts'
import { answerTo, authorOf, settings, sheet } from '../support/authoring.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'

const choices = sheet('choices', 'list_name | name | label::Português (pt) | label::English (en)', 'agua | furo | Furo | Borehole', 'agua | rio | Rio | River')
const questionnaire = (condition: string, people = 'integer') =>
  [
    sheet(
      'survey',
      'type | name | label::Português (pt) | label::English (en) | hint::Português (pt) | hint::English (en) | relevant',
      'begin_group | casa | A casa | The house | | | ',
      `${people} | pessoas | Quantas pessoas vivem aqui | How many people live here | Conte também as crianças | Count the children too | `,
      'integer | idade | Idade do mais velho | Age of the eldest | | | ',
      'end_group | | | | | | ',
      `select_one agua | fonte | De onde vem a água | Where the water comes from | | | ${condition}`,
    ),
    choices,
  ].join('\n')

describe("the author's screen", () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
    await seedPackForms(stage.test.house)
  }, 240_000)
  afterAll(() => stage?.close())

  it('leads from a workbook with a mistake to a published version, and stops a drift', async () => {
    const page = await stage.enter('bento')
    await page.goto(`${stage.address}/desk/forms`)
    await page.getByText('Linha de base da DTM').waitFor()
    await takePicture(page, 'forms-list')
    await page.getByRole('button', { name: 'Novo formulário' }).click()
    await page.getByLabel('Escolher ou largar o questionário').setInputFiles({
      name: 'agua.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(`${questionnaire(`${answerTo('idad')} > 5`)}\n${settings('1', 'agua')}`),
    })
    await page.getByText(/linha 6.*idad/).waitFor()
    await takePicture(page, 'forms-author-findings')
    expect(await page.getByRole('button', { name: 'Publicar' }).isDisabled()).toBe(true)
    const mended = { name: 'agua.md', mimeType: 'text/markdown', buffer: Buffer.from(`${questionnaire(`${answerTo('idade')} > 5`)}\n${settings('1', 'agua')}`) }
    await page.getByLabel('Carregar o questionário').setInputFiles(mended)
    await page.getByText('Sem erros nem avisos.').waitFor()
    const phone = page.frameLocator('.phone iframe')
    await phone.getByText('Quantas pessoas vivem aqui').waitFor()
    await phone.getByLabel('Idade do mais velho').fill('7')
    await phone.getByRole('button', { name: 'Seguinte' }).click()
    await phone.getByText('Furo').waitFor()
    await page.getByLabel('Língua do formulário').first().selectOption('English (en)')
    await phone.getByText('Borehole').waitFor()
    await page.getByRole('button', { name: /Age of the eldest/ }).click()
    await phone.getByText('How many people live here').waitFor()
    await page.getByLabel('Língua do formulário').first().selectOption('Português (pt)')
    await takePicture(page, 'forms-author')
    await page.getByRole('button', { name: 'Publicar' }).click()
    await page.getByLabel('O que muda e porquê').fill('Primeira versão da água')
    await page.getByRole('dialog').getByRole('button', { name: 'Publicar' }).click()
    await page.getByText('no campo: versão 1').waitFor()
    const drifting = { name: 'agua.md', mimeType: 'text/markdown', buffer: Buffer.from(`${questionnaire('', 'text')}\n${settings('2', 'agua')}`) }
    await page.getByLabel('Carregar o questionário').setInputFiles(drifting)
    await page.getByText(/casa\/pessoas era número inteiro e agora é texto/).waitFor()
    await page.getByRole('button', { name: 'Publicar' }).click()
    await page
      .getByRole('dialog')
      .getByText(/outro nome/)
      .waitFor()
    await page.getByLabel('O que muda e porquê').fill('Assim não')
    expect(await page.getByRole('dialog').getByRole('button', { name: 'Publicar' }).isDisabled()).toBe(true)
    await takePicture(page, 'forms-author-drift')
    await page.context().close()
  }, 240_000)

  it('tries a form with random answers, the same for the same series, and names what is never asked and what no answer passes', async () => {
    const page = await stage.enter('bento')
    await page.goto(`${stage.address}/desk/forms`)
    await page.getByRole('button', { name: 'Novo formulário' }).click()
    const survey = sheet(
      'survey',
      'type | name | label::Português (pt) | label::English (en) | constraint | relevant',
      'integer | pessoas | Pessoas | People | . >= 1 and . <= 40 | ',
      'integer | impossivel | Impossível | Impossible | . > 10 and . < 5 | ',
      `select_one agua | fonte | Fonte | Source | | ${answerTo('pessoas')} > 2`,
      `text | mil | Mais de mil | More than a thousand | | ${answerTo('pessoas')} > 1000`,
    )
    const buffer = Buffer.from(`${survey}\n${choices}\n${settings('1', 'acaso')}`)
    await page.getByLabel('Escolher ou largar o questionário').setInputFiles({ name: 'acaso.md', mimeType: 'text/markdown', buffer })
    await page.frameLocator('.phone iframe').getByText('Pessoas').first().waitFor()
    const fills = page.getByRole('region', { name: 'Experimentar com respostas ao acaso' })
    await fills.getByRole('button', { name: 'Preencher 20 vezes' }).click()
    await fills.getByText('20 de 20 preenchimentos chegaram ao fim.').waitFor()
    const said = await fills.locator('tbody tr').allTextContents()
    expect(said).toEqual([expect.stringMatching(/^Impossível.*recusou todas as 600 respostas/), expect.stringMatching(/^Mais de mil.*Nunca foi perguntada/)])
    await takePicture(page, 'forms-author-fills')
    await page.context().close()
  }, 240_000)

  it.each([
    ['pt', 1280],
    ['en', 1280],
    ['pt', 390],
    ['en', 390],
  ] as const)(
    'is whole in %s at %i px',
    async (lang, width) => {
      const page = await stage.enter('bento', { lang, width })
      const forms = (await authorOf(stage.test).ask<{ id: string; code: string }[]>('GET', '')).body as { id: string; code: string }[]
      const { id } = forms.find(({ code }) => code === 'dtm_baseline')!
      await page.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
      const screens = {
        forms: '',
        form: `/${id}`,
        translations: `/${id}/translations`,
        files: `/${id}/files`,
        who: `/${id}/who`,
        purpose: `/${id}/purpose`,
        versions: `/${id}/versions`,
      }
      for (const [name, path] of Object.entries(screens)) {
        await page.goto(`${stage.address}/desk/forms${path}`)
        if (name === 'form') await page.frameLocator('.phone iframe').locator('form').waitFor()
        await takePicture(page, `${name}-${lang}-${width}`)
        expect(await sideways(page), name).toBeLessThanOrEqual(0)
        expect(await seriousFaults(page), name).toEqual([])
      }
      await page.context().close()
    },
    240_000,
  )
})
