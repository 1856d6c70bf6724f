/**
 * A round goes from planned to published in the browser, in Portuguese, by people with different roles: bento (data) plans, imports and cleans; carla (data)
 * reviews; dercio (Government) endorses with a reservation; elsa (reports) writes and publishes. Every guard is met once. A picture at each step.
 */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { publishFromPaper } from '../../src/domains/displacement/index.ts'
import { isRefused } from '../../src/kernel/index.ts'
import { openStage, type Stage, settled, takePicture } from '../support/browser.ts'
import { fromText, wizardOf } from '../support/importing.ts'

const operation = 'Cabo Delgado Conflict'
const head = 'pcode,households,individuals,females,males,reason\n'

/** Metuge and Palma, administrative posts: 88,704 people in 21,300 households. */
const roundOne = `${head}MZ010901,7343,28704,14904,13800,Conflict
MZ010902,3957,15000,7800,7200,Conflict
MZ011601,3000,13000,6700,6300,Conflict
MZ011602,5000,20000,10400,9600,Conflict
MZ011603,1000,6000,3100,2900,Conflict
MZ011604,1000,6000,3100,2900,Conflict
`
/** Nobody reached Quionga; Pundanhar has 11 people a household, to be confirmed; in Olumbi the columns are swapped. 118,774 people once they are put right. */
const roundTwo = `${head}MZ010901,10618,45774,23800,21974,Conflict
MZ010902,4500,18000,9400,8600,Conflict
MZ011601,14000,3500,7200,6800,Conflict
MZ011602,7500,30000,15600,14400,Conflict
MZ011603,1000,11000,5700,5300,Conflict
`

describe('a round in the browser', () => {
  let stage: Stage
  let bento: Page
  let round: string
  let slug: string
  let pictures = 0
  const picture = (page: Page, name: string) => takePicture(page, `roundStory-${String((pictures += 1)).padStart(2, '0')}-${name}`)
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  /** The state stands in words beside the round's name. */
  const stands = (page: Page, state: string) => page.locator('.round-head .state').getByText(state, { exact: true }).waitFor()
  const openRound = async (page: Page, part = '') => {
    await page.goto(`${stage.address}/desk/rounds/${round}${part}`)
    await heading(page, 'Ronda 2')
    await settled(page)
  }

  beforeAll(async () => {
    stage = await openStage()
    const target = { operation, round: '1', from: '2023-01-10', to: '2023-01-20', assessmentType: 'BA', licence: 'CC BY 4.0', credit: 'INGD e OIM' }
    const { summary } = await wizardOf(stage.test).takeIn(fromText('ronda-1.csv', roundOne), target)
    const onPaper = { ...stage.test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
    const published = await publishFromPaper(stage.test.house, onPaper, summary.rounds[0]!.id, { office: 'INGD', decidedOn: '2023-02-01' })
    if (isRefused(published)) throw new Error(JSON.stringify(published.refused))
    bento = await stage.enter('bento')
    await bento.goto(`${stage.address}/desk`)
  }, 240_000)
  afterEach(async ({ task }) => {
    for (const context of task.result?.state === 'fail' ? stage.browser.contexts() : [])
      await context.pages()[0]?.screenshot({ path: new URL('../pictures/roundStory-failed.png', import.meta.url).pathname, fullPage: true })
  })
  afterAll(() => stage?.close())

  it('is created and planned over the places of the round before', async () => {
    await bento.getByRole('link', { name: 'Rondas' }).click()
    await heading(bento, 'Rondas')
    await bento.getByRole('link', { name: 'Nova ronda' }).click()
    await heading(bento, 'Nova ronda')
    await bento.getByLabel('Operação', { exact: true }).selectOption({ label: operation })
    await bento.getByLabel('Planeada de').fill('2023-06-01')
    await bento.getByLabel('Planeada até').fill('2023-06-20')
    await bento.getByLabel('Data de referência').fill('2023-06-20')
    expect(await bento.getByLabel('Número da ronda').inputValue()).toBe('2')
    await picture(bento, 'nova-ronda')
    await press(bento, 'Criar a ronda')
    await heading(bento, 'Ronda 2')
    round = new URL(bento.url()).pathname.split('/').at(-1)!
    await stands(bento, 'Rascunho')
    await press(bento, 'Planear e fixar a lista de lugares')
    await stands(bento, 'Planeada')
    await bento.getByRole('row', { name: /Metuge/ }).waitFor()
    await picture(bento, 'planeada')
  })

  it('opens collection once it has a form and its places a team', async () => {
    expect(await bento.getByRole('button', { name: 'Abrir a recolha' }).isDisabled()).toBe(true)
    await bento.getByText('6 lugares sem equipa', { exact: false }).first().waitFor()
    await bento.getByLabel('Equipa para todos os lugares').fill('Equipa Norte')
    await press(bento, 'Atribuir')
    await bento.getByText('6 lugares têm agora esta equipa').waitFor()
    await bento.getByText('Falta a versão do formulário').first().waitFor()
    await picture(bento, 'falta-o-formulario')
    await bento.getByRole('link', { name: 'Mudar datas e formulário' }).click()
    await press(bento, 'Alterar')
    await bento.getByLabel('Versão do formulário').fill('BA 2023.1')
    await press(bento, 'Guardar')
    await bento.getByText('BA 2023.1').waitFor()
    await openRound(bento)
    await bento.getByText('Nada impede este passo.').first().waitFor()
    await picture(bento, 'pode-abrir-a-recolha')
    await press(bento, 'Abrir a recolha')
    await stands(bento, 'Recolha')
  })

  it('takes its figures from a file', async () => {
    await bento.getByRole('link', { name: 'Importar' }).click()
    await heading(bento, 'Importar um ficheiro')
    await bento.locator('input[type=file]').setInputFiles({ name: 'ronda-2.csv', mimeType: 'text/csv', buffer: Buffer.from(roundTwo) })
    await bento.getByLabel('Operação', { exact: true }).fill(operation)
    await picture(bento, 'ficheiro')
    await press(bento, 'Ler o ficheiro')
    await heading(bento, 'ronda-2.csv')
    await bento.getByLabel('Número da ronda').fill('2')
    await bento.getByLabel('Recolha desde').fill('2023-06-01')
    await bento.getByLabel('Recolha até').fill('2023-06-20')
    await press(bento, 'Guardar')
    await bento.getByText('Guardado', { exact: true }).waitFor()
    await picture(bento, 'ler')
    await press(bento, 'Continuar: Colunas')
    await picture(bento, 'colunas')
    await press(bento, 'Continuar: Ver antes')
    await picture(bento, 'ver-antes')
    await press(bento, 'Continuar: Confirmar')
    await picture(bento, 'confirmar')
    await bento.getByRole('button', { name: 'Gravar' }).click()
    await bento.getByRole('link', { name: 'Abrir a mesa da ronda 2' }).waitFor()
    await picture(bento, 'resultado')
    await bento.getByRole('link', { name: 'Abrir a mesa da ronda 2' }).click()
    await heading(bento, 'Ronda 2')
  })

  it('does not close while a place was not visited, and closes once that has a reason', async () => {
    await bento.getByText('Quionga', { exact: false }).first().waitFor()
    expect(await bento.getByRole('button', { name: 'Fechar a recolha' }).isDisabled()).toBe(true)
    await picture(bento, 'falta-um-lugar')
    await bento.getByRole('button', { name: 'Palma', exact: true }).click()
    await bento.getByRole('button', { name: 'Quionga', exact: true }).click()
    await bento.getByLabel('Resultado', { exact: true }).selectOption({ label: 'não visitado' })
    await bento.getByLabel('Motivo', { exact: true }).selectOption({ label: 'Insegurança' })
    await bento.getByLabel('Nota', { exact: true }).fill('Estrada sem escolta nesta semana')
    await picture(bento, 'nao-visitado')
    await press(bento, 'Guardar')
    await bento.getByRole('row', { name: /Quionga.*não visitado.*Insegurança/ }).waitFor()
    await press(bento, 'Fechar a recolha')
    await stands(bento, 'Limpeza')
  })

  it('goes to review once the error is corrected and the warning decided', async () => {
    expect(await bento.getByRole('button', { name: 'Enviar para revisão técnica' }).isDisabled()).toBe(true)
    await bento.getByRole('link', { name: /^Achados/ }).click()
    await bento.getByText('Menos pessoas do que agregados').waitFor()
    await picture(bento, 'achados')
    const warning = bento.getByRole('listitem').filter({ hasText: 'Pundanhar' }).last()
    await warning
      .getByRole('button', { name: /^Decidir/ })
      .first()
      .click()
    await bento.getByLabel('Decisão', { exact: true }).selectOption({ label: 'Confirmado por chamada' })
    await bento.getByLabel('O que se apurou').fill('O chefe da localidade confirmou famílias alargadas numa só casa.')
    await picture(bento, 'decidir-aviso')
    await bento.getByRole('form', { name: 'Decidir' }).getByRole('button', { name: 'Decidir', exact: true }).click()
    await bento.getByText('Pundanhar', { exact: false }).waitFor({ state: 'detached' })
    await bento.getByRole('link', { name: 'Abrir o lugar' }).first().click()
    for (const [field, figure] of [
      ['agregados', '3500'],
      ['pessoas', '14000'],
    ] as const) {
      if (!(await bento.getByRole('button', { name: 'Corrigir' }).first().isVisible())) await bento.getByRole('button', { name: 'Olumbi', exact: true }).click()
      await bento.getByRole('button', { name: 'Corrigir' }).first().click()
      const dialog = bento.getByRole('dialog', { name: 'Corrigir um número em Olumbi' })
      await dialog.getByLabel('Número', { exact: true }).selectOption({ label: field })
      await dialog.getByLabel('Passa a ser').fill(figure)
      await dialog.getByLabel('Motivo da correcção').selectOption({ label: 'Colunas trocadas' })
      await dialog.getByLabel('Nota').fill('Confirmado por telefone')
      if (field === 'pessoas') await picture(bento, 'corrigir')
      await dialog.getByRole('button', { name: 'Corrigir' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await openRound(bento, '/corrections')
    expect(await bento.getByRole('row', { name: /Olumbi/ }).count()).toBe(2)
    await picture(bento, 'correccoes')
    await press(bento, 'Enviar para revisão técnica')
    await stands(bento, 'Revisão técnica')
  })

  it('is not reviewed by the one who cleaned it', async () => {
    expect(await bento.getByRole('button', { name: 'Enviar ao Governo' }).isDisabled()).toBe(true)
    await bento.getByText('Quem limpou esta ronda não a pode rever').first().waitFor()
    await picture(bento, 'quem-limpou-nao-reve')
    const carla = await stage.enter('carla')
    await openRound(carla)
    await press(carla, 'Enviar ao Governo')
    await stands(carla, 'Revisão do Governo')
    await picture(carla, 'enviada-ao-governo')
    await carla.context().close()
  })

  it('is endorsed with a reservation on one place', async () => {
    const dercio = await stage.enter('dercio')
    await openRound(dercio)
    await dercio.getByRole('link', { name: 'Abrir a validação' }).click()
    await dercio.getByRole('button', { name: 'Metuge', exact: true }).click()
    await picture(dercio, 'validar')
    await dercio.getByRole('button', { name: /^Pôr reserva\s*: Mieze$/ }).click()
    await dercio.getByLabel('Reserva sobre Mieze').fill('Número a confirmar na próxima ronda.')
    await dercio.getByLabel('Data da decisão').fill('2023-07-05')
    await press(dercio, 'Concordo, com 1 reserva')
    const question = dercio.getByRole('dialog', { name: 'Validar a ronda 2?' })
    await question.waitFor()
    await picture(dercio, 'pergunta')
    await question.getByRole('button', { name: 'Concordo, com 1 reserva' }).click()
    await stands(dercio, 'Validada')
    await dercio.getByText('Número a confirmar na próxima ronda.').waitFor()
    await picture(dercio, 'validada')
    await dercio.context().close()
  })

  it('is not published with a percentage that its figures do not give', async () => {
    const elsa = await stage.enter('elsa')
    await openRound(elsa, '/publication')
    const text = (lang: string) => elsa.getByLabel(`Texto em ${lang}`)
    await text('português').fill('Foram contadas 118.774 pessoas deslocadas, um aumento de 38 % em relação à ronda 1 (88.704).')
    await text('inglês').fill('A total of 118,774 displaced people were counted, an increase of 33.9 % compared with round 1 (88,704).')
    await elsa.getByText('1 frase não bate com os dados').waitFor()
    const lint = elsa.getByRole('status').filter({ hasText: '1 frase não bate com os dados' })
    expect(await lint.textContent()).toMatch(/o texto diz .*38.*; os dados dão .*33[.,]9/)
    await picture(elsa, 'percentagem-errada')
    await text('português').fill('Foram contadas 118.774 pessoas deslocadas, um aumento de 33,9 % em relação à ronda 1 (88.704).')
    await elsa.getByText('1 frase não bate com os dados').waitFor({ state: 'detached' })
    await press(elsa, 'Guardar')
    const publish = elsa.getByRole('button', { name: 'Publicar', exact: true })
    await elsa.getByText('Nada impede este passo.').first().waitFor()
    await expect.poll(() => text('português').inputValue(), { timeout: 10_000 }).toMatch(/33,9 %/)
    await picture(elsa, 'pronta-a-publicar')
    await publish.click()
    const question = elsa.getByRole('dialog', { name: 'Publicar a ronda 2?' })
    await question.waitFor()
    await picture(elsa, 'publicar')
    await question.getByRole('button', { name: 'Publicar' }).click()
    await stands(elsa, 'Publicada')
    await picture(elsa, 'publicada')
    const link = elsa.getByRole('link', { name: 'Abrir a página pública' })
    slug = (await link.getAttribute('href'))!
    await elsa.context().close()
  })

  it('stands on the public page with its figure, its reservation and without scripts', async () => {
    const page = await stage.browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    await page.goto(new URL(slug, stage.address).href)
    const read = ((await page.locator('main').textContent()) ?? '').replace(/\s/g, ' ')
    expect(read).toMatch(/118[ .]774/)
    expect(read).toContain('33,9 %')
    expect(read).toContain('Número a confirmar na próxima ronda.')
    expect(read).toContain('Mieze')
    await page.screenshot({ path: new URL('../pictures/roundStory-30-pagina-publica.png', import.meta.url).pathname, fullPage: true })
    await page.context().close()
  })
})
