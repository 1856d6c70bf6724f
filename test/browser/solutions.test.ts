/** Durable solutions in the desk: a house that fails at the roof is repaired and passes, its tranche waits for three people, and a move waits for each adult; in Portuguese. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seenBothWays } from '../support/bothWays.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { enrol } from '../support/secondFactor.ts'

let stage: Stage
const desk = (path: string) => `${stage.address}/desk/solutions/${path}`
const post = async (who: 'tomas' | 'ursula' | 'vasco' | 'moises', url: string, payload: object = {}) =>
  (await stage.test.ask(who, { method: 'POST', url: `/api/solutions/${url}`, payload })).body as { id: string }

beforeAll(async () => {
  stage = await openStage()
  for (const name of ['tomas', 'ursula', 'vasco', 'filipa'] as const) await enrol(stage.test.house, stage.test.people[name].id)
}, 240_000)
afterAll(() => stage?.close())

it('opens a house, looks at its stages, repairs what failed and keeps the money waiting', async () => {
  const officer = await enterWithSession(stage, 'tomas')
  await officer.goto(desk('houses'))
  await officer.getByText('Ainda não há casas').waitFor()
  await officer.getByText('Abrir uma casa').first().click()
  const form = officer.getByRole('form', { name: 'Abrir uma casa' })
  await form.getByLabel('Programa').fill('Metuge 2026')
  await form.getByLabel('Código do agregado').fill('MZ01-000007-7')
  await form.getByLabel('Número da casa').fill('7')
  await form.getByLabel('Como foi escolhido').fill('Selecção 3, publicada')
  await form.getByRole('combobox', { name: 'Lugar', exact: true }).fill('Mieze')
  await form.getByRole('listbox').getByRole('option').first().click()
  await form.getByRole('button', { name: 'Abrir uma casa' }).click()
  await officer.getByRole('heading', { name: 'Casa 7' }).waitFor()
  const house = new URL(officer.url()).pathname.split('/').at(-1)!
  // The design is chosen with the household; until then the next step says what it waits for.
  await officer.getByText('Ainda não há modelo escolhido').waitFor()
  const design = await post('tomas', 'designs', {
    ...{ code: 'PILI-2', name: { pt: 'Dois quartos', en: 'Two rooms' }, areaM2: 24, rooms: 2, hazardFeatures: ['bracing'] },
    materials: [{ item: 'bambu', quantity: 100 }],
  })
  await post('tomas', `houses/${house}/design`, { design: design.id })
  for (const step of ['agree', 'deliver', 'begin']) await post('tomas', `house/${house}/steps/${step}`)
  const passed = (stage: string, codes: string[]) => ({
    ...{ stage, seenOn: '2026-03-01', fixBy: '2026-03-15' },
    answers: codes.map((code) => ({ code, answer: 'pass' })),
  })
  await post('tomas', `houses/${house}/inspections`, passed('foundation', ['depth', 'raised', 'anchors', 'drainage']))
  await post('tomas', `house/${house}/steps/frame`)
  await post('tomas', `houses/${house}/inspections`, passed('frame', ['bracing', 'joints', 'treated', 'openings']))
  await post('tomas', `house/${house}/steps/roof`)
  await post('vasco', 'tranches', { house, stage: 'roof', amount: 12_000, contract: { number: 'M-4', party: 'Pedreiro 4', kind: 'mason', currency: 'MZN' } })

  await officer.goto(desk(`houses/${house}`))
  const look = officer.getByRole('form', { name: 'Inspecção: Telhado' })
  await look.getByLabel('Falha', { exact: true }).first().click()
  for (const at of [1, 2, 3]) await look.getByLabel('Passa', { exact: true }).nth(at).click()
  await takePicture(officer, 'solutions-inspect-1280-pt')
  await look.getByRole('button', { name: 'Guardar a inspecção' }).click()
  await officer.getByText('Cintas do telhado à estrutura').first().waitFor()
  await officer.getByText('não passou', { exact: true }).waitFor()
  await officer.getByRole('button', { name: 'Aprovar' }).click()
  await officer.getByText('A prestação espera pela fase').waitFor()
  await officer.getByLabel('O que se fez').fill('Cintas novas em todas as asnas')
  await officer.getByRole('button', { name: 'Registar a reparação' }).click()
  await officer.getByText('reparado, por ver').waitFor()
  for (const at of [0, 1, 2, 3]) await look.getByLabel('Passa', { exact: true }).nth(at).click()
  await look.getByRole('button', { name: 'Guardar a inspecção' }).click()
  await officer.getByText('visto reparado').waitFor()
  await officer.getByRole('button', { name: 'Aprovar' }).click()
  await officer.getByText('são três pessoas, e quem acompanha').waitFor()
  await seenBothWays(officer, { address: desk(`houses/${house}`), name: 'solutions-house', words: '7' })
  await seenBothWays(officer, { address: desk('houses'), name: 'solutions-houses', words: 'Metuge 2026' })
})

it('keeps a move waiting for the second adult, and shows hosts beside displaced people', async () => {
  const officer = await enterWithSession(stage, 'ursula')
  const today = new Date().toISOString().slice(0, 10)
  const information = { safety: today, services: today, land: today }
  const way = await post('tomas', 'pathways', { household: 'MZ01-000009-9', kind: 'return', destination: 'MZ010902', adults: ['A1', 'A2'], information })
  await post('tomas', `pathways/${way.id}/consents`, { adult: 'A1', informedOn: ['safety'], language: 'Emakhuwa', method: 'thumb_mark', givenOn: today })
  await post('tomas', `pathway/${way.id}/steps/consider`)
  await officer.evaluate(() => localStorage.setItem('capulana.language', 'pt'))
  await officer.goto(desk('moves'))
  await officer.getByText('Falta o consentimento de: A2').waitFor()
  await seenBothWays(officer, { address: desk('moves'), name: 'solutions-moves', words: 'A1' })
  const criteria = [{ kind: 'yes', code: 'perdeu abrigos', points: 3 }]
  await post('tomas', 'localities', { programme: 'Metuge 2026', place: 'MZ010902', choice: 1, criteria, criteriaSource: 'Acordo com o distrito' })
  await seenBothWays(officer, { address: desk('localities'), name: 'solutions-localities', words: 'Metuge 2026' })
  await post('moises', 'progress', {
    ...{ place: 'MZ010902', asOf: today, source: 'Inquérito de progresso', frame: 'Lista de agregados', basis: 'interviews', model: null },
    answers: [{ criterion: 'housing', question: 'Casa que não deixa entrar a chuva', displaced: { yes: 120, asked: 300 }, hosts: { yes: 210, asked: 300 } }],
  })
  await seenBothWays(officer, { address: desk('progress'), name: 'solutions-progress', words: '−30' })
  expect(await officer.getByText('−30 (from −37.3 to −22.2)').count()).toBe(1)
})
