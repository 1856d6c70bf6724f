/** A selection on the bench: criteria signed, the list frozen, digits on the wall, reasons beside each line, and what the community says. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seenBothWays } from '../support/bothWays.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { frameOf, pdmRound } from '../support/pdmRound.ts'
import { begun, candidateList, criteriaSet, minutes } from '../support/selectionList.ts'

let stage: Stage
const post = async (who: 'noemia' | 'bento', url: string, payload: object = {}) =>
  (await stage.test.ask(who, { method: 'POST', url: `/api/relief/${url}`, payload })).body as { id: string }

beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(() => stage?.close())

it('goes from a signed set of criteria to a ranked list that a crowd saw drawn', async () => {
  const { id: set } = await post('noemia', 'criteria-sets', criteriaSet('ABRIGO'))
  const page = await enterWithSession(stage, 'noemia')
  await page.goto(`${stage.address}/desk/relief/selection`)
  await page.getByText('Assinar com a comunidade e o cluster').click()
  await page.getByLabel('Data da acta').fill(minutes.minutesOn)
  for (const [label, n] of Object.entries({ 'Mulheres presentes': 34, 'Homens presentes': 21, 'Deslocados entre os presentes': 40 }))
    await page.getByLabel(label).fill(String(n))
  await page.getByLabel('Acordo do cluster em').fill(minutes.clusterAgreedOn)
  await page.getByRole('button', { name: 'Assinar', exact: true }).click()
  await page.getByText('34 mulheres e 21 homens').waitFor()

  await page.getByText('Começar uma selecção').click()
  await page.getByLabel('Programa').fill('Kits de abrigo')
  await page.getByLabel('Critérios', { exact: true }).selectOption(set)
  await page.getByLabel('Agregados da quota').fill('30')
  await page.getByRole('button', { name: 'Começar', exact: true }).click()
  await page.getByText('Carregar a lista').waitFor()
  const list = { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(candidateList()) }
  await page.locator('input[type=file]').setInputFiles(list)
  await page.getByText('Agregados lidos: 80. Com respostas em falta: 1.').waitFor()
  await page.getByRole('button', { name: 'Congelar a lista' }).click()
  await page.getByRole('link', { name: 'Abrir o ecrã do sorteio' }).click()
  await page.getByLabel('Algarismos (4 a 20)').fill('408217')
  await page.getByLabel('Líder comunitário').click()
  await page.getByLabel('Grupo de mulheres').click()
  await takePicture(page, 'selection-draw-1280-pt')
  await page.getByRole('button', { name: 'Guardar a semente' }).click()
  await page.getByText('A semente que todos ouviram').waitFor()
  const run = new URL(page.url()).pathname.split('/').at(-2)!
  await seenBothWays(page, { address: page.url(), name: 'selection-seed', words: '408217' })

  await page.evaluate(() => localStorage.setItem('capulana.language', 'pt'))
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${stage.address}/desk/relief/selection/${run}`)
  await page.getByRole('button', { name: 'Ordenar' }).click()
  await page.getByText('Não se perguntou: Alguém tem uma doença crónica?').waitFor()
  await page.getByText('Ordem, refeita agora: igual.').waitFor()
  await page.getByRole('button', { name: 'Abrir a verificação comunitária' }).click()
  await page.getByLabel('Devem ser escolhidos', { exact: true }).fill('H-002 H-004')
  await page.getByRole('button', { name: 'Guardar o que se disse' }).click()
  await page.getByText('Contradizem a lista: 2.').waitFor()
  await page.getByText('Decidir sobre H-002').click()
  await page.getByLabel('Decisão').first().selectOption('include')
  await page.getByLabel('Razão, como se diz ao agregado').first().fill('A casa ardeu; confirmado na visita.')
  await page.getByRole('button', { name: 'Guardar a decisão' }).first().click()
  await page.getByText('entra: A casa ardeu; confirmado na visita.').waitFor()
  await seenBothWays(page, { address: page.url(), name: 'selection-run', words: 'H-002' })
  await post('noemia', 'selections', begun(set, 'Latrinas'))
  await seenBothWays(page, { address: `${stage.address}/desk/relief/selection`, name: 'selection-list', words: 'Latrinas' })
  expect(await page.getByText('Latrinas, 1').count()).toBe(1)
})

it('draws who is visited after a distribution, takes a visit, and shows what they said with its error', async () => {
  const { id } = await post('noemia', 'monitoring', pdmRound('PDM-1'))
  const page = await enterWithSession(stage, 'noemia')
  await page.goto(`${stage.address}/desk/relief/monitoring/${id}`)
  await page.getByLabel('Semente do sorteio').fill('METUGE-2021')
  await page.locator('input[type=file]').setInputFiles({ name: 'base.csv', mimeType: 'text/csv', buffer: Buffer.from(frameOf(60, 20)) })
  await page.getByRole('button', { name: 'Sortear' }).click()
  await page.getByText('Sorteados: 80.').waitFor()
  await page.locator('summary', { hasText: 'Servidos' }).first().click()
  await page.getByLabel('Data da visita').first().fill('2021-04-12')
  await page.getByRole('radiogroup', { name: 'O kit está em uso?' }).first().getByText('Sim', { exact: true }).click()
  await page.getByRole('button', { name: 'Guardar a visita' }).first().click()
  await page.getByText('Responderam: 1.').waitFor()
  const { body } = await stage.test.ask('noemia', { method: 'GET', url: `/api/relief/monitoring/${id}/visits` })
  const waiting = (body as { units: { id: string; kind: string; visited: string }[] }).units.filter(
    ({ kind, visited }) => kind === 'served' && visited === 'waiting',
  )
  for (const [at, unit] of waiting.slice(0, 40).entries())
    await post('noemia', `monitoring-visits/${unit.id}`, {
      outcome: 'answered',
      visitedOn: '2021-04-13',
      answers: { in_use: at % 4 !== 0, complete: at % 3 !== 0 },
    })
  await seenBothWays(page, { address: page.url(), name: 'monitoring-round', words: 'METUGE-2021' })
  await seenBothWays(page, { address: `${stage.address}/desk/relief/monitoring`, name: 'monitoring-list', words: 'PDM-1' })
  expect(await page.getByText('being visited').count()).toBe(1)
})
