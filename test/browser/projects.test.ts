/** Projects in the desk: begun, given a result, planned under a letter with a sentence for its mark, told late; the map counts them for the chief. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BeneficiaryCase, House } from '../../src/domains/solutions/houses/house.ts'
import { quarterBefore, quarterOf } from '../../src/engines/periods.ts'
import { asOwner, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/index.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { typedEarlier } from '../support/typedEarlier.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await insertRow(asOwner(stage.test.house.doors), Organisation, { scope: 'MZ', name: 'Embaixada de Exemplo', acronym: 'EX', kind: 'donor' })
  const lesson = {
    kind: 'lesson',
    title: 'Corda nas lonas',
    area: 12,
    hazard: 'cyclone',
    happened: 'As lonas rasgaram.',
    why: 'Sem corda',
    advice: 'Dar 20 m de corda.',
  }
  await stage.test.ask('moises', { method: 'POST', url: '/api/results/lesson', payload: { ...lesson, strength: 'oneObservation' } })
}, 240_000)
afterAll(() => stage?.close())

it('go from the empty list to a planned activity with its lesson, and count on the map', async () => {
  const page = await stage.enter('moises')
  await page.goto(`${stage.address}/desk/strategy/projects`)
  await page.getByRole('link', { name: 'Novo projecto' }).click()
  await page.getByLabel('Código').fill('CD.0042')
  await page.getByLabel('Doador').selectOption({ label: 'Embaixada de Exemplo' })
  await page.getByLabel('Nome em português').fill('Abrigo no norte')
  await page.getByLabel('Nome em inglês').fill('Shelter in the north')
  await page.getByLabel('O que faz, em português').fill('Abrigo e artigos depois do ciclone.')
  await page.getByLabel('O que faz, em inglês').fill('Shelter and items after the cyclone.')
  await page.getByLabel('Orçamento').fill('30000000.50')
  await page.getByLabel('De', { exact: true }).fill('2024-01-01')
  await page.getByLabel('Até', { exact: true }).fill('2029-12-31')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.getByRole('heading', { name: 'CD.0042 · Abrigo no norte' }).waitFor()
  await page.getByText(/USD 30.000.000,5/).waitFor()
  await page.getByText('Juntar um resultado').first().click()
  await page.getByLabel('Códigos dos indicadores').fill('12.1')
  await page.getByLabel('Nome em português').fill('Famílias abrigadas')
  await page.getByLabel('Nome em inglês').fill('Households sheltered')
  await page.getByRole('button', { name: 'Juntar um resultado' }).click()
  await page.getByRole('link', { name: '12.1' }).waitFor()

  await page.getByRole('link', { name: 'Planear uma actividade' }).click()
  await page.getByLabel('Actividade da estratégia').selectOption('FA12.C')
  await page.getByLabel('Nome em português').fill('Lonas em Metuge')
  await page.getByLabel('Nome em inglês').fill('Tarpaulins in Metuge')
  await page.getByRole('combobox', { name: /Onde/ }).fill('Metuge')
  await page
    .getByRole('option', { name: /Metuge/ })
    .first()
    .click()
  await page.getByLabel('Perigo').selectOption('cyclone')
  await page.getByLabel('Género', { exact: true }).click()
  await page.getByRole('button', { name: 'Planear uma actividade' }).click()
  await page.getByText(/Diga numa frase como a actividade cumpre/).waitFor()
  await page.getByLabel('Como: Género').fill('As mulheres escolhem o lugar da porta')
  await takePicture(page, 'project-plan-form')
  await page.getByRole('button', { name: 'Planear uma actividade' }).click()
  await page.getByRole('heading', { name: 'Lonas em Metuge' }).waitFor()
  await page.getByText('atrasada', { exact: true }).waitFor()
  await page
    .getByText(/Corda nas lonas/)
    .first()
    .waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByText('Pasta de evidências para o doador').click()
  const made = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Fazer a pasta (ZIP)' }).click()
  expect((await made).suggestedFilename()).toMatch(/^evidence-.*\.zip$/)
  await takePicture(page, 'project')
  await page.getByLabel('Como, ou porque não').fill('Cada conjunto leva corda')
  await page.getByRole('button', { name: 'Responder à lição' }).click()
  await page.getByRole('button', { name: 'Começar', exact: true }).click()
  await page.getByText('em curso', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Mudar esta actividade' }).click()
  await page.getByLabel('Nome em português').fill('Lonas e corda em Metuge')
  await page.getByRole('button', { name: 'Mudar esta actividade' }).click()
  await page.getByRole('heading', { name: 'Lonas e corda em Metuge' }).waitFor()
  await page.getByText('As mulheres escolhem o lugar da porta').waitFor()

  const chief = await stage.enter('celia', { width: 390 })
  await chief.goto(`${stage.address}/desk`)
  const strip = chief.getByRole('region', { name: 'A estratégia, área a área' })
  await strip.getByText('1 actividade em curso').waitFor()
  expect(await strip.getByRole('listitem').count()).toBe(15)
  expect(await sideways(chief)).toBe(0)
  await takePicture(chief, 'home-chief-phone')
  await chief.goto(`${stage.address}/desk/strategy`)
  const tile = chief.getByRole('link', { name: /Abrigo e bens não alimentares|Abrigo/ }).first()
  await tile.getByText('1 actividade em curso').waitFor()
  expect(await sideways(chief)).toBe(0)
  await takePicture(chief, 'strategy-map-phone')
  await chief.goto(`${stage.address}/desk/strategy/projects`)
  await chief.getByRole('link', { name: /CD.0042/ }).waitFor()
  await takePicture(chief, 'projects-phone')
})

it('are told in a report of the quarter: frozen, written with a wrong number that is refused, put right and reviewed by another person', async () => {
  const { test, address } = stage
  const { from, to } = quarterBefore(quarterOf(new Date().toISOString().slice(0, 10)).from)
  const post = (who: 'elsa' | 'celia', url: string, payload: object = {}) => test.ask(who, { method: 'POST', url, payload })
  const { id } = await typedEarlier(test, '7.1', { from, to, value: 1234 })
  const steps = `/api/results/indicator-value/${id}/steps`
  await post('elsa', `${steps}/verify`, { verification: 'Recontado' })
  await post('celia', `${steps}/approve`)

  const page = await stage.enter('moises')
  await page.goto(`${address}/desk/strategy/reports`)
  await page.getByText('Ainda não há relatórios').waitFor()
  await takePicture(page, 'reports-none')
  await page.getByRole('button', { name: 'Começar o relatório' }).click()
  await page.getByLabel('Licença').fill('CC BY 4.0')
  await page.getByLabel('Crédito').fill('OIM Moçambique')
  await page.getByRole('button', { name: 'Fixar os números' }).click()
  await page
    .getByText(/1 conhecido/)
    .first()
    .waitFor()
  const area = page.locator('.report-area').filter({ hasText: '7. ' }).first()
  const text = area.getByLabel('O que se diz desta parte')
  const right = await text.inputValue()
  expect(right).toMatch(/1.234 casas/)
  await text.fill(right.replace(/1.234/, '1 243'))
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.getByText('1 número do texto não resulta dos números fixados').waitFor()
  await takePicture(page, 'report-wrong-number')
  expect(await seriousFaults(page)).toEqual([])
  await text.fill(right)
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.getByText('1 número do texto não resulta').waitFor({ state: 'detached' })

  const officer = await stage.enter('elsa', { width: 390 })
  await officer.goto(page.url())
  await officer.getByRole('button', { name: 'Dar por revisto' }).click()
  await officer.getByText('revisto', { exact: true }).waitFor()
  await officer.locator('summary').filter({ hasText: 'número' }).nth(6).click()
  expect(await sideways(officer)).toBe(0)
  await takePicture(officer, 'report-phone')
})

it('are followed at the bench: a ratio in percent with both parts, approved by a key, and a risk of harm said first', async () => {
  const { test } = stage
  const post = async (who: 'moises' | 'elsa', url: string, payload: object) => (await test.ask(who, { method: 'POST', url, payload })).body as { id: string }
  const typed = { from: '2024-01-01', to: '2024-03-31', numerator: 8, denominator: 17, evidence: 'List' }
  await post('moises', '/api/results/indicators/10.2/values', { ...typed, from: '2023-10-01', to: '2023-12-31', numerator: 2 })
  const { id } = await post('moises', '/api/results/indicators/10.2/values', typed)
  await post('elsa', `/api/results/indicator-value/${id}/steps/verify`, { verification: 'Recounted' })
  const risk = { title: 'Fila ao sol', likelihood: 1, impact: 2, harm: true, mitigation: 'Tenda', owner: 'Abrigo', reviewOn: '2024-01-01', standing: 'open' }
  await post('moises', '/api/results/risk', risk)
  const evaluation = { title: 'Abrigo 2023', questions: 'Eficácia', team: 'Externa', day: '2024-05-01', report: 'Arquivo' }
  const { id: evaluated } = await post('moises', '/api/results/evaluation', evaluation)
  await post('moises', `/api/results/evaluations/${evaluated}/recommendations`, { words: 'Dar corda' })

  const page = await stage.enter('moises')
  await page.goto(`${stage.address}/desk/strategy/bench`)
  const row = page.getByRole('row', { name: /10\.2.*47,1/ })
  await row.getByText('mais de 50 %').waitFor()
  await takePicture(page, 'bench')
  expect(await seriousFaults(page)).toEqual([])
  await row.focus()
  await page.keyboard.press('a')
  await row.waitFor({ state: 'detached' })
  await page.goto(`${stage.address}/desk/strategy/indicators/10.2`)
  await page.locator('summary', { hasText: 'Dizer como se acompanha' }).click()
  await page.getByLabel('Instrumento').fill('Ficha do INGD')
  await page.getByLabel('Amostra').fill('Todos os distritos')
  await page.getByLabel('Quem responde').fill('Oficial de risco')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.getByText('Ficha do INGD', { exact: true }).waitFor()
  await takePicture(page, 'indicator-followed')
  await page.goto(`${stage.address}/desk/strategy/indicators/13.2`)
  await page.getByRole('combobox', { name: 'Para onde' }).fill('Metuge')
  await page
    .getByRole('option', { name: /Metuge/ })
    .first()
    .click()
  await page.locator('.figure-form').getByLabel('Valor', { exact: true }).fill('100')
  await page.locator('summary', { hasText: 'Decompor este valor' }).click()
  await page.getByLabel('mulheres').fill('52')
  await page.getByLabel('homens').fill('41')
  await page.getByText('As partes somam 93 de 100.').waitFor()
  await page.getByLabel('Prova').fill('Listas das sessões')
  await page.getByRole('button', { name: 'Escrever um valor' }).click()
  await page
    .getByText(/não somam|somam 93/)
    .last()
    .waitFor()
  await takePicture(page, 'indicator-broken-down')
  await page.getByLabel('não se sabe', { exact: true }).fill('7')
  await page.getByRole('button', { name: 'Escrever um valor' }).click()
  await page.getByText('mulheres 52 · homens 41 · não se sabe 7').waitFor()
  const kase = { scope: 'MZ0109', class: 3, programme: 'Metuge', household: 'H-7', chosenBy: 'Selecção 1', modality: 'in_kind' } as const
  const { id: owned } = await insertRow(asOwner(test.house.doors), BeneficiaryCase, kase)
  await insertRow(asOwner(test.house.doors), House, {
    ...{ scope: 'MZ0109', kase: owned, programme: 'Metuge', number: 'CASA-7', place: 'MZ0109', state: 'handed_over' },
    handOver: { on: '2024-02-10', keys: true, leaflet: true, complaintWay: true },
  })
  for (const [place, from, to] of [
    [undefined, '2023-10-01', '2023-12-31'],
    ['MZ01', '2024-01-01', '2024-03-31'],
    ['MZ03', '2024-01-01', '2024-03-31'],
    [undefined, '2024-01-01', '2024-03-31'],
  ])
    await post('moises', '/api/results/indicators/7.1/compute', { from, to, place })
  await page.goto(`${stage.address}/desk/strategy/indicators/7.1`)
  await page
    .getByRole('row', { name: /31\/03\/2024.* MZ / })
    .getByRole('button')
    .click()
  await page.getByRole('link', { name: 'CASA-7' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('img', { name: /ao longo do tempo/ }).waitFor()
  await page.getByRole('heading', { name: /Por lugar, 1 de janeiro de 2024/ }).waitFor()
  await page.getByRole('textbox', { name: 'O que quer dizer' }).fill('Falta contar Palma')
  await page.getByRole('button', { name: 'Comentar' }).click()
  await page.getByText(': Falta contar Palma').waitFor()
  await takePicture(page, 'indicator-records')
  const chief = await stage.enter('celia', { width: 390 })
  await chief.evaluate(() => localStorage.setItem('capulana.language', 'en'))
  await chief.goto(`${stage.address}/desk/strategy/learning`)
  await chief.getByText('may harm people').first().waitFor()
  await chief.locator('summary', { hasText: 'Respond' }).click()
  expect([await sideways(chief), await seriousFaults(chief)]).toEqual([0, []])
  await takePicture(chief, 'learning-phone')
  await chief.goto(`${stage.address}/desk/strategy`)
  await chief.getByText('1 open risk may harm people.').waitFor()
})
