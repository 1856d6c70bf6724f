/** The pipeline in the desk: David asks, Noemia approves a part, Rita releases; the board turns red, and the gap says what it knows and what nobody knows. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seenBothWays } from '../support/bothWays.ts'
import { enterWithSession, openStage, type Stage, settled, takePicture } from '../support/browser.ts'
import { assessmentOf, dayFromNow, joinCluster, layPipeline, publishRound } from '../support/pipelineGround.ts'

let stage: Stage
const desk = (path: string) => `${stage.address}/desk/relief/${path}`

beforeAll(async () => {
  stage = await openStage()
  const { test } = stage
  const ground = await layPipeline(test)
  await joinCluster(test, ground)
  await test.ask('david', { method: 'POST', url: '/api/relief/assessments', payload: assessmentOf('MZ010902', dayFromNow(-20)) })
  await test.ask('rita', {
    ...{ method: 'POST', url: '/api/relief/pipeline-lines' },
    payload: { item: 'TARP', quantity: 600, earliest: dayFromNow(15), likely: dayFromNow(22), latest: dayFromNow(40), stage: 'pledged', confidence: 50 },
  })
}, 240_000)
afterAll(() => stage?.close())

it('carries a request from the partner to the release, shows the week without stock and where goods are lacking', async () => {
  const partner = await stage.enter('david')
  await partner.goto(desk('requests'))
  const ask = partner.getByRole('form', { name: 'Escrever um pedido' })
  await ask.getByRole('combobox', { name: 'Lugar', exact: true }).fill('Mieze')
  await ask.getByRole('listbox').getByRole('option').first().click()
  await ask.getByLabel('Agregados a servir').fill('400')
  await ask.getByLabel('Preciso até').fill(dayFromNow(0))
  await ask.getByLabel('Artigo ou kit').selectOption('TARP null')
  await ask.getByLabel('Quantidade').fill('1200')
  await ask.getByLabel('Avaliação de necessidades').selectOption({ index: 1 })
  await ask.getByLabel('stock próprio').fill('nada')
  await ask.getByLabel('outros doadores').fill('nenhum')
  await takePicture(partner, 'relief-ask-1280-pt')
  await ask.getByRole('button', { name: 'Guardar rascunho' }).click()
  await partner.getByRole('button', { name: 'Abrir' }).click()
  await partner.getByRole('button', { name: 'Entregar' }).click()
  await partner.getByText('entregue', { exact: true }).waitFor()

  const cluster = await enterWithSession(stage, 'noemia')
  await cluster.goto(desk('requests'))
  await cluster.getByRole('button', { name: 'Abrir' }).click()
  await cluster.getByRole('button', { name: 'Pedir parecer do campo' }).click()
  await cluster.getByRole('textbox', { name: 'Parecer do campo' }).fill('As famílias estão lá')
  await cluster.getByRole('button', { name: 'Levar à decisão do cluster' }).click()
  const part = cluster.getByRole('form', { name: 'Aprovar em parte' })
  await part.getByLabel('Aprovado de TARP').fill('1100')
  await part.getByLabel('Razão').fill('O stock não chega')
  await takePicture(cluster, 'relief-decide-1280-pt')
  await part.getByRole('button', { name: 'Aprovar em parte' }).click()
  await cluster.getByText('aprovado em parte', { exact: true }).waitFor()

  const manager = await stage.enter('rita')
  await manager.goto(desk('pipeline'))
  await manager.getByRole('rowgroup').getByText('Semana 1', { exact: true }).waitFor()
  expect(await manager.locator('.board td.below').first().textContent()).toBe('−100')
  await manager.goto(desk('requests'))
  await manager.getByRole('button', { name: 'Abrir' }).click()
  const release = manager.getByRole('form', { name: 'Libertar' })
  await release.getByLabel('Armazém').selectOption({ index: 1 })
  await release.getByRole('button', { name: 'Libertar' }).click()
  await manager.getByText(/Pediu 1.100 de TARP; Pemba tem 1.000 livres/).waitFor()
  await release.getByLabel('Sai de TARP').fill('900')
  await release.getByRole('button', { name: 'Libertar' }).click()
  await manager.getByText(/PEM \d{4}\/1/).waitFor()

  await seenBothWays(manager, { address: desk('requests'), name: 'relief-requests' })
  await seenBothWays(manager, { address: desk('pipeline'), name: 'relief-pipeline' })

  const gap = async (lang: 'pt' | 'en') => {
    await cluster.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
    await cluster.goto(desk('gap'))
    await cluster.getByLabel(lang === 'pt' ? 'Artigo ou kit' : 'Item or kit').selectOption('TARP')
    await cluster.locator('table.data').waitFor()
    await settled(cluster)
  }
  await gap('pt')
  await cluster.getByRole('cell', { name: 'desconhecido', exact: true }).first().waitFor()
  await publishRound(stage.test, 1, dayFromNow(-10), 582)
  await gap('pt')
  // 582 are present; 1,100 of the 1,200 asked serve 366 of 400 households.
  await cluster.getByRole('cell', { name: '216', exact: true }).waitFor()
  await takePicture(cluster, 'relief-gap-1280-pt')
  await cluster.setViewportSize({ width: 390, height: 900 })
  await gap('en')
  await takePicture(cluster, 'relief-gap-390-en')
}, 120_000)
