/** Messages in the desk: written with the phone in sight, translated side by side, put on air, and shown with whom they reached. */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendBatches } from '../../src/domains/publications/sending/handOver.ts'
import { asOwner, nameWayOut } from '../../src/kernel/index.ts'
import { sideways } from '../support/axe.ts'
import { seenBothWays } from '../support/bothWays.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { openGateway } from '../support/messageGateway.ts'

let stage: Stage
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const post = async (who: 'olga' | 'celia', url: string, payload: object = {}) =>
  (await stage.test.ask(who, { method: 'POST', url: `/api/publications/${url}`, payload })).body as { id: string }

beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterAll(() => stage?.close())

it('counts the parts while one writes, marks translations, and shows reach without a sum', async () => {
  const agreed = (language: string, preferred: string, avoid: string | null) =>
    post('olga', 'term', {
      concept: 'ferver',
      language,
      preferred,
      avoid,
      definition: 'Aquecer até borbulhar',
      source: 'Ministério da Saúde, manual de higiene',
    })
  await agreed('por', 'água', null)
  await agreed('eng', 'drinking water', 'tap water')
  const page = await stage.enter('olga')
  await page.goto(`${stage.address}/desk/messages`)
  await page.getByLabel('Nome curto').fill('ferver-agua')
  await page.getByLabel('Tema').selectOption('water_hygiene')
  await page.getByLabel('De onde vem o facto').fill('Ministério da Saúde, protocolo da cólera')
  await page.getByLabel('Válida até').fill(day(60))
  const text = page.getByLabel('Texto', { exact: true })
  await text.fill('a'.repeat(161))
  await page.getByText('2 SMS').waitFor()
  await text.fill(`ɛ${'a'.repeat(69)}`)
  await page.getByText('Esta letra faz contar 70 por SMS em vez de 160: ɛ').waitFor()
  await text.fill('Ferva a água antes de a beber. Guarde-a tapada.')
  await page.getByRole('button', { name: 'Escrever mensagem' }).click()
  await page.getByLabel('Juntar língua').selectOption('eng')
  await page.getByLabel('Texto em Inglês').fill('Boil tap water before you drink it. Keep it covered.')
  await page.getByText('o texto de partida diz «água»; aqui falta «drinking water»').waitFor()
  await takePicture(page, 'message-terms-1280-pt')
  // A hint and no gate: it is kept as it stands.
  await page.getByRole('button', { name: 'Guardar', exact: true }).last().click()
  await page.getByText('Edição 1, de olga').nth(1).waitFor()
  const source = page.getByLabel('Texto em Português')
  await source.fill('Ferva a água dez minutos antes de a beber. Guarde-a tapada.')
  await page.getByRole('button', { name: 'Guardar', exact: true }).first().click()
  await page.getByText('O texto de partida mudou').waitFor()
  await takePicture(page, 'message-1280-pt')
  await page.getByRole('button', { name: 'Ainda diz o mesmo' }).click()
  await expect.poll(() => page.getByText('O texto de partida mudou').count(), { timeout: 20_000 }).toBe(0)
  const message = new URL(page.url()).pathname.split('/').at(-1)!

  const planned = {
    ...{ name: { pt: 'Água segura', en: 'Safe water' }, objective: 'Mais famílias fervem a água', audience: 'Famílias nos centros', literacy: 'hears' },
    ...{ languages: ['por', 'eng'], places: ['MZ0109', 'MZ0102'], messages: [message], channels: ['radio', 'meeting', 'print', 'sms'] },
    ...{ fromDay: day(-5), toDay: day(12), government: 'given', governmentWords: 'Direcção Provincial de Saúde, por carta' },
  }
  const { id } = await post('olga', 'campaigns', planned)
  await post('celia', `campaign/${id}/steps/clear`)
  await page.goto(`${stage.address}/desk/messages/campaigns`)
  await page.getByRole('button', { name: 'Pôr no ar' }).click()
  await page.getByText('No ar', { exact: true }).waitFor()
  const sent = (channel: string, figures: object) => ({
    message,
    campaign: id,
    channel,
    place: 'MZ0109',
    day: day(0),
    deliverer: 'Equipa de Pemba',
    ...figures,
  })
  await post('olga', 'deliveries', sent('meeting', { quantity: 1, reach: 120, method: 'counted' }))
  await post('olga', 'deliveries', sent('print', { quantity: 300, reach: 300, method: 'counted' }))
  await post('olga', 'deliveries', sent('radio', { quantity: 4, reach: 50_000, method: 'station_claim' }))
  await post('olga', 'deliveries', sent('sms', { quantity: 1000, reach: 640, method: 'platform' }))
  await post('olga', 'campaigns', {
    ...planned,
    name: { pt: 'Cólera', en: 'Cholera' },
    fromDay: day(8),
    toDay: day(20),
    government: 'waiting',
    governmentWords: null,
  })
  await post('celia', `messages/${message}/approve`)
  await post('olga', 'deliveries', { ...sent('loudspeaker', {}), campaign: null })
  await post('olga', 'materials', {
    ...{ code: 'AGUA-01', title: { pt: 'Cartaz da água', en: 'Water poster' }, kind: 'poster', topic: 'water_hygiene', languages: ['por', 'vmw'], message },
    ...{ print: { format: 'A3', pages: 1, paper: '170 g', colours: '4/0' }, consent: 'no_people' },
  })
  await page.goto(`${stage.address}/desk/messages/library`)
  await page.getByText('Exemplares e recolha').click()
  const copies = page.getByRole('form', { name: 'Exemplares e recolha' })
  await copies.getByRole('combobox', { name: 'Lugar' }).fill('Pemba')
  await copies.getByRole('listbox').getByRole('option').first().click()
  await copies.getByLabel('Dia').fill(day(0))
  await copies.getByLabel('Quantos').fill('500')
  await copies.getByRole('button', { name: 'Chegaram da gráfica' }).click()
  await page.getByText(/: no armazém, 500/).waitFor()
  await page.getByLabel('Porque se recolhe').fill('Telefone errado')
  await page.getByRole('button', { name: 'Recolher', exact: true }).click()
  await page.getByText(/: postos de parte, 500/).waitFor()

  // What people say about it before it went on air, without anybody's number; while it runs nobody listened yet.
  await page.goto(`${stage.address}/desk/messages/listening`)
  const listening = page.getByRole('form', { name: 'Escrever uma escuta' })
  await listening.getByRole('combobox', { name: 'Distrito' }).fill('Metuge')
  await listening.getByRole('listbox').getByRole('option').first().click()
  await listening.getByLabel('Dia').fill(day(-7))
  await listening.getByLabel('Quem escutou (equipa, sem nomes)').fill('Brigada de Metuge')
  await listening.getByRole('button', { name: 'Guardar escuta' }).click()
  await page.getByText('Escutou-se e nada se ouviu.').waitFor()
  await page.getByText('Acrescentar o que se ouviu').first().click()
  const hearing = page.getByRole('form', { name: 'Acrescentar o que se ouviu' })
  await hearing.getByLabel('O que é').selectOption('rumour')
  await hearing.getByLabel('Sobre que mensagem').selectOption({ label: 'ferver-agua' })
  await hearing.getByLabel('Quantas vezes').fill('6')
  await hearing.getByLabel('O que se ouviu, em poucas palavras').fill('Ferver a água tira-lhe a força. Liguem 84 123 4567.')
  await hearing.getByRole('button', { name: 'Acrescentar o que se ouviu' }).click()
  await page.getByText('Tire-o: escreva só a pergunta ou o boato.').waitFor()
  await hearing.getByLabel('O que se ouviu, em poucas palavras').fill('Ferver a água tira-lhe a força.')
  await hearing.getByRole('button', { name: 'Acrescentar o que se ouviu' }).click()
  await page.getByText('1 pergunta ou boato ainda sem resposta').waitFor()
  await page.getByText('Responder', { exact: true }).click()
  await page.getByLabel('Resposta, sem repetir nomes').fill('A água fervida não perde nada; perde os micróbios.')
  await page.getByRole('button', { name: 'Guardar resposta' }).click()
  await page.getByText('1 resposta espera que outra pessoa a autorize').waitFor()

  const chief = await stage.enter('celia')
  await chief.goto(`${stage.address}/desk`)
  await chief.getByText('«ferver-agua» · Altifalante').waitFor()
  expect(await sideways(chief), 'chief').toBeLessThanOrEqual(0)
  await takePicture(chief, 'messages-chief-1280-pt')
  await chief.getByRole('button', { name: 'Vi, está certo' }).click()
  await expect.poll(() => chief.getByText('espera por outra pessoa').count(), { timeout: 20_000 }).toBe(0)

  for (const [path, name, words] of [
    ['/desk/messages', 'messages', 'ferver-agua'],
    [`/desk/messages/${message}`, 'message', 'ferver-agua'],
    ['/desk/messages/campaigns', 'campaigns', '640'],
    ['/desk/messages/listening', 'listening', 'Brigada de Metuge'],
    ['/desk/messages/library', 'library', 'AGUA-01'],
  ] as const)
    await seenBothWays(page, { address: `${stage.address}${path}`, name, words })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => localStorage.setItem('capulana.language', 'pt'))
  await page.goto(`${stage.address}/desk/messages/campaigns`)
  await page.getByRole('table', { name: 'Alcance: Água segura' }).waitFor()
  const heard = await page.getByRole('table', { name: 'O que se ouviu: Água segura' }).getByRole('row').allInnerTexts()
  expect(heard.map((row) => row.split(/\s*\t\s*|\n/).join(' ')).at(-1)).toMatch(/Tudo junto.*6.*ninguém escutou.*ainda não chegou/)
  const report = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Relatório da campanha (PDF)' }).first().click()
  expect((await report).suggestedFilename()).toBe('Água segura.pdf')
  const rows = await page.getByRole('table', { name: 'Alcance: Água segura' }).getByRole('row').allInnerTexts()
  expect(rows.length).toBe(5)
  expect(await page.getByText(/51[ .,\u00a0]?060|50[ .,\u00a0]?760/).count()).toBe(0)

  // The gateway is down: the queue says so with its age, in both languages.
  await seenBothWays(page, { address: `${stage.address}/desk/messages/send`, name: 'send-off', words: /desligada|switched off/ })
  const gateway = await openGateway('secret')
  const named = { address: gateway.address, inside: true, secret: 'secret', from: null, site: null }
  expect(await nameWayOut(stage.test.house, stage.test.actor('filipa'), 'messages', named)).toBeNull()
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => localStorage.setItem('capulana.language', 'pt'))
  await page.goto(`${stage.address}/desk/messages/send`)
  await page.getByText('Escrever uma inscrição').click()
  const joining = page.getByRole('form', { name: 'Escrever uma inscrição' })
  await joining.getByLabel('Número de telefone').fill('+258 84 123 4567')
  await joining.getByRole('combobox', { name: 'Onde vive' }).fill('Metuge')
  await joining.getByRole('listbox').getByRole('option').first().click()
  await joining.getByRole('button', { name: 'Inscrever' }).click()
  await page.getByText('O número ficou fechado.').waitFor()
  const sending = page.getByRole('form', { name: 'Enviar a quem se inscreveu' })
  await sending.getByLabel('Campanha').selectOption({ label: 'Água segura' })
  await sending.getByLabel('Mensagem').selectOption({ label: 'ferver-agua' })
  await sending.getByLabel('Língua').selectOption('por')
  await sending.getByRole('combobox', { name: 'Lugar' }).fill('Metuge')
  await sending.getByRole('listbox').getByRole('option').first().click()
  await page.getByText('Vai para 1 pessoa.').waitFor()
  await takePicture(page, 'send-form-1280-pt')
  gateway.state.mode = 'down'
  await sending.getByRole('button', { name: 'Enviar', exact: true }).click()
  await page.getByText('SM-0001').waitFor()
  await sendBatches(stage.test.house, new Date())
  await asOwner(stage.test.house.doors).run(sql`update publications.sending_batch set recorded_at = now() - interval '3 hours'`)
  await seenBothWays(page, { address: `${stage.address}/desk/messages/send`, name: 'send-down', words: /na fila há 3 horas|in the queue for 3 hours/ })
  await gateway.close()
}, 180_000)
