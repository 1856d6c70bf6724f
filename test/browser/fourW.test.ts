/** The 4W in the desk: coordination opens a month and sees coverage, map and range; a partner answers for its own activities and hands the month in. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, changePerson } from '../../src/kernel/index.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { laySettledDistribution } from '../support/distributionRows.ts'
import { fromText, wizardOf } from '../support/importing.ts'
import { opensPapers } from '../support/opensPapers.ts'

const file = [
  '#activity+code,#org,#sector,#activity+type,#adm2+code,#reached,#status,#date+start',
  'A1,Oxfam,WASH,Water,MZ0109,1200,ongoing,2026-09-01',
  'A2,Oxfam,WASH,Hygiene,MZ0103,500,ongoing,2026-09-01',
  'B1,Save the Children,Educação,Supplies,MZ0109,300,ongoing,2026-09-01',
  'C1,AVSI,Saúde,Mobile clinic,MZ0109,,planned,2026-09-01',
  'C2,AVSI,WASH,Water,MZ0109,900,completed,2026-09-01',
].join('\n')

/** UNICEF pays for what AVSI does, and both send it. */
const sentByBoth = [
  '#activity+code,#org,#org+impl,#org+funder,#sector,#activity+type,#adm2+code,#reached,#status,#date+start',
  'D1,UNICEF,AVSI,,Saúde,Mobile clinic,MZ0103,70,completed,2026-09-01',
  'D2,AVSI,,UNICEF,Saúde,Mobile clinic,MZ0103,60,completed,2026-09-01',
].join('\n')

const [tags, water] = file.split('\n')
const workbook = [
  tags,
  water,
  'A9,Oxfam,WASH,Latrines,MZ0103,60,ongoing,2026-11-01',
  'B1,Save the Children,Educação,Supplies,MZ0109,1,ongoing,2026-09-01',
].join('\n')

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { test } = stage
  await wizardOf(test, 'noemia').takeIn(fromText('4w.csv', file), { kind: 'fourW' })
  await wizardOf(test, 'noemia').takeIn(fromText('both.csv', sentByBoth), { kind: 'fourW' })
  const oxfam = await asOwner(test.house.doors).one<{ id: string }>(sql`select id from organisations.organisation where name = 'Oxfam'`)
  await test.ask('noemia', { method: 'POST', url: '/api/organisations/organisation', payload: { name: 'COSACA', kind: 'consortium' } })
  await changePerson(test.house.doors, test.people.david.id, { worksFor: oxfam!.id })
  await laySettledDistribution(asOwner(test.house.doors), oxfam!.id)
}, 240_000)
afterAll(() => stage?.close())

it('leads from a month opened to a month handed in', async () => {
  const page = await enterWithSession(stage, 'noemia')
  await page.goto(`${stage.address}/desk/coordination/4w`)
  await page.getByRole('heading', { name: 'Ainda não há mês aberto' }).waitFor()
  await page.getByRole('button', { name: 'Abrir o mês' }).click()
  await page.getByText('Parceiros: 0 de 3 entregaram').waitFor()
  await page.getByText('1 700 a 2 600').waitFor()
  await page.getByRole('button', { name: 'Abrir: 2 em Metuge, Água e saneamento' }).click()
  await page.getByRole('heading', { name: 'Actividades: Metuge · Água e saneamento' }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  // One need is known, and everywhere else it is not known; a district went silent.
  const owner = asOwner(stage.test.house.doors)
  await owner.run(sql`
    insert into coordination.place_figure (scope, place, figure, sector, people, as_of, source)
    select pcode, id, 'in_need', 'wash', 3000, '2026-10-01', 'Invented for a test' from places.place where pcode = 'MZ0109'`)
  await owner.run(sql`update coordination.activity set recorded_at = now() - interval '70 days' where external_id = 'A2'`)
  await page.reload()
  await page.getByText('Há dois meses que ninguém confirma o trabalho em: Chiúre.').waitFor()
  await takePicture(page, 'fourw-silent-pt-1280')
  await page.getByLabel('O que o mapa mostra').selectOption('most')
  await page.getByText('Não se sabe quantas faltam').waitFor()
  await page.getByRole('button', { name: 'Separar as duas' }).click()
  await page.getByLabel('Porque não é o mesmo trabalho').waitFor()
  await takePicture(page, 'fourw-bench-pt-1280')
  await page.setViewportSize({ width: 390, height: 900 })
  expect(await sideways(page)).toBe(0)
  await takePicture(page, 'fourw-bench-pt-390')
  await opensPapers(page, 'Matriz de lacunas (PDF)')

  await page.goto(`${stage.address}/desk/coordination/organisations`)
  await page.getByLabel('Procurar pelo nome').fill('cos')
  await page.getByRole('button', { name: 'Abrir', exact: true }).click()
  await page.getByLabel('Membro', { exact: true }).selectOption({ label: 'AVSI' })
  await page.getByRole('button', { name: 'Acrescentar membro' }).click()
  await page.getByText('1 membro', { exact: true }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  await takePicture(page, 'fourw-organisations-pt-390')
  await page.setViewportSize({ width: 1280, height: 900 })
  await takePicture(page, 'fourw-organisations-pt-1280')
  await page.getByText('Juntar a outra').first().click()
  await page.getByLabel('É a mesma que').selectOption({ label: 'Save the Children' })
  await page.getByLabel('Como se sabe').fill('Um escritório com dois nomes')
  await page.getByRole('button', { name: 'Juntar a outra' }).click()
  await page.getByText('COSACA → Save the Children').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await takePicture(page, 'fourw-joined-pt-1280')
  await page.getByLabel('Porque não são a mesma').fill('São dois, afinal')
  await page.getByRole('button', { name: 'Desfazer' }).click()
  await page.getByText('Desfeita em', { exact: false }).waitFor()
  await page.goto(`${stage.address}/desk/coordination/4w`)

  const partner = await stage.enter('david')
  await partner.goto(`${stage.address}/desk/coordination/4w`)
  await partner.getByRole('heading', { name: 'As suas 2 actividades em Oxfam: ainda são verdade?' }).waitFor()
  await partner.getByRole('radio', { name: 'Sim' }).first().click()
  await partner.getByRole('radio', { name: 'Mudou' }).nth(1).click()
  await partner.getByLabel('Pessoas alcançadas até agora').fill('640')
  await partner.getByLabel('Mulheres').first().fill('300')
  await partner.getByLabel('Soma-se ao que já disse?').first().selectOption('cumulative')
  await takePicture(partner, 'fourw-mine-pt-1280')
  await partner.getByRole('button', { name: 'Guardar 2 respostas' }).click()
  await partner.getByText('Tudo respondido.').waitFor()
  // What it reported is known by its hand-overs.
  const water = partner.getByRole('listitem').filter({ hasText: 'Water' })
  await water.getByRole('button', { name: 'Contar pelas entregas…' }).click()
  await water.getByLabel('OX-1 · Baldes', { exact: false }).check()
  expect(await seriousFaults(partner)).toEqual([])
  await takePicture(partner, 'fourw-count-from-pt-1280')
  await water.getByRole('button', { name: 'Guardar a escolha' }).click()
  await water.getByRole('button', { name: 'Contado por 1 distribuição' }).waitFor()
  await water.getByText('pelas entregas: 4 pessoas distintas', { exact: false }).waitFor()
  await page.goto(`${stage.address}/desk/coordination/4w?district=MZ0109&sector=wash`)
  await page.getByText('pessoas distintas, pelas entregas').waitFor()
  await page.getByRole('button', { name: 'Contado por 1 distribuição' }).click()
  await page.getByRole('checkbox', { name: 'OX-1 · Baldes', exact: false }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  await takePicture(page, 'fourw-counted-pt-1280')
  await page.goto(`${stage.address}/desk/coordination/4w`)
  await partner.getByRole('button', { name: 'Entregar o mês' }).click()
  await partner.getByText('O mês está entregue.').waitFor()
  await partner.getByRole('heading', { name: 'Trabalho que parece o mesmo' }).waitFor()
  await partner.getByRole('button', { name: 'Responder' }).click()
  await partner.getByLabel('Porquê, ou como o dividem').fill('São dois furos diferentes')
  await partner.getByRole('button', { name: 'Não é o mesmo trabalho' }).click()
  await partner.getByText('porque São dois furos diferentes', { exact: false }).waitFor()
  expect(await seriousFaults(partner)).toEqual([])
  await partner.setViewportSize({ width: 390, height: 900 })
  expect(await sideways(partner)).toBe(0)
  await takePicture(partner, 'fourw-mine-pt-390')

  await partner.getByRole('link', { name: 'Carregar o seu ficheiro 4W' }).click()
  await partner.getByText('Só entram as linhas dela', { exact: false }).waitFor()
  await partner.locator('input[type="file"]').setInputFiles({ name: 'oxfam.csv', mimeType: 'text/csv', buffer: Buffer.from(workbook) })
  await takePicture(partner, 'fourw-upload-pt-390')
  await partner.getByRole('button', { name: 'Ler o ficheiro' }).click()
  await partner.getByRole('heading', { name: 'oxfam.csv' }).waitFor()
  await partner.goto(partner.url().replace('/read', '/preview'))
  await partner.getByText('2 linhas lidas', { exact: false }).waitFor()
  expect(await seriousFaults(partner)).toEqual([])
  expect(await sideways(partner)).toBe(0)
  await takePicture(partner, 'fourw-upload-preview-pt-390')
  await partner.setViewportSize({ width: 1280, height: 900 })
  await takePicture(partner, 'fourw-upload-preview-pt-1280')
  await partner.getByRole('link', { name: 'Confirmar' }).click()
  await partner.getByRole('button', { name: 'English' }).click()
  await partner.getByText('Write 1 new activity and 0 changes, and confirm 1 that is the same', { exact: false }).waitFor()
  await takePicture(partner, 'fourw-upload-confirm-en-1280')
  await partner.locator('section.confirm').getByRole('button').click()
  await partner.getByText('1 new activity, 0 changed, 1 confirmed.').waitFor()
  expect(await seriousFaults(partner)).toEqual([])
  await takePicture(partner, 'fourw-upload-result-en-1280')

  await page.setViewportSize({ width: 1280, height: 900 })
  await page.reload()
  await page.getByText('Parceiros: 1 de 3 entregaram').waitFor()
  await page.getByRole('button', { name: 'Validar o mês' }).click()
  await page.getByRole('button', { name: 'Fechar o mês' }).click()
  await partner.goto(`${stage.address}/desk/coordination/4w`)
  await partner.getByRole('radio', { name: 'Changed' }).first().click()
  await partner.getByLabel('People reached so far').fill('700')
  await partner.getByLabel('Reason for the correction').first().fill('One list was left out')
  await takePicture(partner, 'fourw-correction-en-1280')
  await partner.setViewportSize({ width: 390, height: 900 })
  await takePicture(partner, 'fourw-correction-en-390')
  await partner.getByRole('button', { name: 'Keep 1 answer' }).click()
  await partner.getByText('confirmed on', { exact: false }).first().waitFor()
  await page.reload()
  await page.getByText('1 correcção depois de fechar').first().click()
  await page.getByText('One list was left out').waitFor()
  await page.getByText('Ficheiros dos parceiros').first().click()
  await page.getByRole('button', { name: 'Ver', exact: true }).click()
  await page.getByText('Linhas: 3', { exact: false }).waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await takePicture(page, 'fourw-uploads-pt-1280')
  await page.getByText('Publicar o mês').first().click()
  await page.getByLabel('Crédito').fill('Coordenação dos clusters')
  await page.getByRole('button', { name: 'Publicar o mês' }).click()
  await page.getByRole('link', { name: 'Ver a página pública' }).waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Organisations by district and sector' }).waitFor()
  await takePicture(page, 'fourw-published-en-1280')
  await page.getByRole('link', { name: 'See the public page' }).click()
  await page.getByRole('heading', { name: 'What cannot be read from this' }).waitFor()
  expect(await sideways(page)).toBe(0)
  await takePicture(page, 'fourw-public-en-1280')
}, 120_000)
