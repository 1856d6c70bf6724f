/** Coordination in the desk: minutes typed once become actions, a partner closes its own, and a training ends in a certificate; every screen is whole. */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner } from '../../src/kernel/index.ts'
import { sideways } from '../support/axe.ts'
import { seenBothWays } from '../support/bothWays.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { opensPapers } from '../support/opensPapers.ts'
import { pdfText } from '../support/pdfText.ts'

let stage: Stage
const organisations: string[] = []
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  stage = await openStage()
  const { test } = stage
  for (const name of ['Água para Todos', 'Saúde Norte']) {
    const made = await test.ask('noemia', { method: 'POST', url: '/api/organisations/organisation', payload: { name, kind: 'ngo' } })
    organisations.push((made.body as { id: string }).id)
  }
  const group = { name: { pt: 'Cluster de água', en: 'Water cluster' }, kind: 'cluster', chair: organisations[0], members: organisations, rhythm: 'monthly' }
  await test.ask('noemia', { method: 'POST', url: '/api/coordination/groups', payload: group })
  await asOwner(test.house.doors).run(sql`update kernel.person set works_for = ${organisations[1]} where id = ${test.people.david.id}`)
}, 240_000)
afterAll(() => stage?.close())

it('turns a meeting into an action that its owner closes, and a training into a certificate', async () => {
  const page = await enterWithSession(stage, 'noemia')
  await page.goto(`${stage.address}/desk/coordination`)
  await page.getByRole('button', { name: 'Marcar reunião' }).click()
  await page.getByLabel('Dia').fill(day(0))
  await page.getByLabel('Local').fill('Pemba, INGD')
  await page.getByLabel('Assuntos').fill('Poços em Metuge')
  await page.getByRole('button', { name: 'Marcar reunião' }).click()
  await page.getByRole('heading', { name: 'Escrever a acta' }).waitFor()
  await page.getByLabel('Saúde Norte').fill('3')
  await page.getByLabel('Decisão').fill('Reparar antes das chuvas')
  await page.getByRole('button', { name: 'Acrescentar acção' }).click()
  await page.getByLabel('O que se faz').fill('Reparar o poço')
  await page.getByLabel('Quem', { exact: true }).selectOption({ label: 'Saúde Norte' })
  await page.getByLabel('Pessoa').fill('Ponto focal de água')
  await page.getByLabel('Até').fill(day(5))
  await takePicture(page, 'coordination-minutes-1280-pt')
  await page.getByRole('button', { name: 'Guardar a acta' }).click()
  await page.getByRole('link', { name: 'Acta em PDF (português)' }).waitFor()

  await page.goto(`${stage.address}/desk/coordination/learning`)
  await page.getByLabel('Código').fill('CCCM')
  await page.getByLabel('Tema em português').fill('Gestão de centros')
  await page.getByLabel('Tema em inglês').fill('Site management')
  await page.getByLabel('Área de enfoque').fill('12')
  await page.getByLabel('Horas').fill('16')
  await page.getByLabel('Presença mínima').fill('80')
  await page.getByLabel('Nota mínima').fill('50')
  await page.getByRole('button', { name: 'Escrever curso' }).click()
  await page.getByRole('heading', { name: 'Marcar formação' }).waitFor()
  await page.getByText('Escolher formadores').click()
  await page.getByLabel('Nome completo').fill('Formador Exemplo')
  await page.getByLabel('Sexo').selectOption('m')
  await page.getByLabel('A pessoa ouviu e concorda').check()
  await page.getByRole('button', { name: 'Registar formador' }).click()
  await page.getByText('Formadores: Formador Exemplo').waitFor()
  await page.getByRole('combobox', { name: 'Lugar', exact: true }).fill('Pemba')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('De', { exact: true }).fill(day(0))
  await page.getByLabel('Até', { exact: true }).fill(day(0))
  await page.getByRole('button', { name: 'Marcar formação' }).click()
  await page.getByRole('button', { name: 'Abrir a lista' }).click()
  await page.getByLabel('Nome completo').fill('Lúcia Exemplo')
  await page.getByLabel('Sexo').selectOption('f')
  await page.getByLabel('A pessoa ouviu e concorda').check()
  await page.getByRole('button', { name: 'Acrescentar pessoa' }).click()
  await page.getByRole('button', { name: 'Emitir' }).click()
  await page.getByText(/O certificado pede presença de 80 %/).waitFor()
  for (const half of [1, 2]) {
    const box = page.getByLabel(`Meio-dia ${half}: Lúcia Exemplo`)
    await box.click()
    await expect.poll(() => box.isChecked(), { timeout: 20_000 }).toBe(true)
  }
  const score = page.getByLabel('Teste final: Lúcia Exemplo')
  await score.fill('70')
  await score.blur()
  await page.waitForResponse((answer) => answer.url().endsWith('/look'))
  await page.getByRole('button', { name: 'Emitir' }).click()
  await page.getByRole('link', { name: /^F\d\d-000001$/ }).waitFor()
  expect(
    (await page.request.get(new URL((await page.getByRole('link', { name: 'Lista de presenças (PDF)' }).getAttribute('href'))!, stage.address).href)).status(),
  ).toBe(200)
  await page.getByRole('button', { name: 'Mais' }).click()
  await page.getByLabel('Dia da visita').fill(day(0))
  await page.getByLabel('Tarefa que se viu').fill('Registo de chegadas')
  await page.getByLabel('Conselho dado').fill('Perguntar a origem primeiro')
  await takePicture(page, 'coordination-coaching-1280-pt')
  await page.getByRole('button', { name: 'Guardar visita de acompanhamento' }).click()
  await page.waitForResponse((answer) => answer.url().endsWith('/look'))
  const sessionPath = new URL(page.url()).pathname

  await page.goto(`${stage.address}/desk/coordination/contacts`)
  await page.getByLabel('Pode aparecer').selectOption('public')
  await page.getByLabel('Nome', { exact: true }).fill('Amélia Exemplo')
  await page.getByLabel('Organização', { exact: true }).selectOption({ label: 'Saúde Norte' })
  await page.getByLabel('Telefone').fill('84 000 0000')
  await page.getByRole('button', { name: 'Guardar contacto' }).click()
  await page.getByRole('button', { name: 'Alterar', exact: true }).click()
  const changing = page.locator('tr.details')
  await changing.getByLabel('Pode aparecer').selectOption('refused')
  await changing.getByText('o telefone e o e-mail são apagados').waitFor()
  await takePicture(page, 'coordination-contact-1280-pt')
  await changing.getByRole('button', { name: 'Guardar a alteração' }).click()
  await page.getByRole('cell', { name: 'Não aceita aparecer' }).waitFor()
  expect(await page.getByText('84 000 0000').count()).toBe(0)

  const partner = await stage.enter('david')
  await partner.goto(`${stage.address}/desk/coordination`)
  await partner.getByRole('button', { name: 'Actualizar' }).click()
  await partner.getByLabel(/Prova/).fill('Auto de entrega')
  await partner.getByRole('button', { name: 'Fechar com esta prova' }).click()
  await partner.getByText('Nenhuma acção em aberto').waitFor()
  expect(await partner.getByRole('link', { name: 'Formação' }).count()).toBe(0)

  for (const [path, name] of [
    ['/desk/coordination', 'coordination'],
    ['/desk/coordination/learning', 'coordination-learning'],
  ] as const)
    await seenBothWays(page, { address: `${stage.address}${path}`, name })
  const { body: register } = (await stage.test.ask('noemia', { url: '/api/organisations/organisation?limit=1' })) as unknown as {
    body: { rows: { id: string }[] }
  }
  for (const [kind, place, sensitive] of [
    ['Posto de saúde', 'MZ0109', false],
    ['Espaço amigo da criança', 'MZ0109', false],
    ['Apoio jurídico', 'MZ0104', false],
    ['Casa segura', 'MZ0103', true],
  ])
    await stage.test.ask('noemia', {
      ...{ method: 'POST', url: '/api/coordination/services' },
      payload: { provider: register.rows[0]!.id, kind, place, sensitive, status: 'full', verifiedOn: '2026-11-01', channel: 'Linha 116' },
    })
  // On paper too each kind has its sign on the map, with the number of its line; the sensitive one is told by its channel alone.
  const list = await stage.test.ask('noemia', { url: '/api/coordination/print/services?lang=en' })
  const { text: onPaper } = await pdfText(list.bytes)
  if (onPaper) {
    expect(onPaper.replace(/\s+/g, ' ')).toMatch(/hollow: partial, or not known.*No\. Service/)
    expect(onPaper.replace(/\s+/g, ' ')).toMatch(/Casa segura, Cabo Delgado · Linha 116/)
  }
  const promised = { kind: 'mou', title: 'Poços de Metuge', fromDay: day(-30), toDay: day(300), noticeDays: 60, value: 250_000, currency: 'MZN' }
  const parties = organisations.map((organisation) => ({ organisation, contribution: null }))
  await stage.test.ask('noemia', { method: 'POST', url: '/api/coordination/agreements', payload: { ...promised, parties } })
  for (const [name, heading] of [
    ['agreements', 'Write an agreement'],
    ['contacts', 'Keep the contact'],
    ['services', 'Keep the service'],
  ] as const) {
    await page.goto(`${stage.address}/desk/coordination/${name}`)
    await page.getByRole('heading', { name: heading }).waitFor()
    if (name === 'agreements') await opensPapers(page, 'Agreement sheet (PDF): Poços de Metuge')
    if (name === 'services') {
      await page.locator('.map-mark').first().waitFor()
      expect(await page.locator('.map-mark').allTextContents()).toEqual(expect.arrayContaining(['■▲', '●']))
      expect(await page.locator('.service-kinds').textContent()).not.toContain('Casa segura')
    }
    await takePicture(page, `coordination-${name}-390-en`)
    expect(await sideways(page), name).toBeLessThanOrEqual(0)
  }
  await page.goto(`${stage.address}${sessionPath}`)
  await page.getByRole('button', { name: 'Open the list' }).click()
  await page.getByText('Lúcia Exemplo').waitFor()
  await takePicture(page, 'coordination-session-390-en')
  expect(await sideways(page), 'session').toBeLessThanOrEqual(0)
}, 120_000)
