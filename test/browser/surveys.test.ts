/** A survey in the desk: designed, drawn, collected with a replacement, weighted, approved by a second person, published; every screen is whole. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, seedPackForms } from '../../src/kernel/index.ts'
import { authorOf } from '../support/authoring.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { layOperation } from '../support/movementForm.ts'
import { interview, layFrozenRound } from '../support/surveyForm.ts'

let stage: Stage
let survey = ''
let designing = ''
beforeAll(async () => {
  stage = await openStage()
  const { test } = stage
  await seedPackForms(test.house)
  const operation = await layOperation(test)
  await layFrozenRound(test, operation)
  const about = { operation, code: 'PER1', purpose: 'perception', aboutSecurity: true, languages: 'Português' }
  const words = { title: { pt: 'Segurança nos bairros', en: 'Safety in the quarters' }, population: { pt: 'Adultos', en: 'Adults' } }
  const made = await test.ask('bento', { method: 'POST', url: '/api/displacement/surveys', payload: { ...about, ...words } })
  designing = `/desk/surveys/${(made.body as { id: string }).id}`
  await authorOf(test).ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
}, 240_000)
afterAll(() => stage?.close())

it('is designed with a size that says its order, drawn, and drawn again by a click', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/surveys`)
  await page.getByRole('link', { name: 'Novo inquérito' }).click()
  await page.getByLabel('Código').fill('INT1')
  await page.getByLabel('Título em português').fill('Intenções dos deslocados')
  await page.getByLabel('Título em inglês').fill('Intentions of displaced people')
  await page.getByLabel('De quem fala, em português').fill('Agregados deslocados')
  await page.getByLabel('De quem fala, em inglês').fill('Displaced households')
  await page.getByLabel('Línguas das entrevistas').fill('Português, Emakhuwa')
  await page.getByLabel('Finalidade').selectOption('intention')
  await page.getByRole('button', { name: 'Começar o inquérito' }).click()
  await page.getByRole('heading', { name: 'INT1 · Intenções dos deslocados' }).waitFor()
  survey = new URL(page.url()).pathname
  await page.getByRole('button', { name: 'Fixar a base' }).click()
  await page
    .getByText(/84 unidades/)
    .first()
    .waitFor()
  await page.getByLabel('Agregados na base').fill('600')
  await page.getByLabel('Parte que responde').fill('1')
  await page.getByText('295 agregados.').waitFor()
  await page.getByLabel('Conglomerados', { exact: true }).fill('12')
  await page.getByLabel('Agregados em cada um').fill('4')
  await page.getByRole('button', { name: 'Guardar o desenho' }).click()
  await page.getByText('Desenho guardado.').waitFor()
  await page.getByLabel('Semente').fill('Pemba 2024')
  await page.getByRole('button', { name: 'Sortear a amostra' }).click()
  await page.getByRole('button', { name: 'Sortear de novo e comparar' }).click()
  await page.getByText(/Igual: as \d+ linhas/).waitFor()
  await page.getByLabel('Formulário', { exact: true }).selectOption({ label: 'Inquérito de intenções' })
  await page.getByLabel('Recolha de').fill('2024-11-11')
  await page.getByLabel('Recolha até').fill('2024-11-20')
  await page.getByRole('button', { name: 'Guardar', exact: true }).click()
  await page.getByLabel('Indicador em português').fill('Intenção')
  await page.getByLabel('Indicador em inglês').fill('Intention')
  await page.getByLabel('Pergunta', { exact: true }).selectOption('plans/intention')
  await page.getByRole('button', { name: 'Escrever no plano' }).click()
  await page.getByText('Intenção', { exact: true }).waitFor()
  await page.getByLabel('Indicador em português').fill('Pessoas por agregado')
  await page.getByLabel('Indicador em inglês').fill('People in a household')
  await page.getByLabel('Medida').selectOption('mean')
  await page.getByLabel('Pergunta', { exact: true }).selectOption('household/household_size')
  await page.getByRole('button', { name: 'Escrever no plano' }).click()
  await page.getByText('Pessoas por agregado', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Abrir a recolha' }).click()
  await page.getByText('em recolha').waitFor()
  await page.context().close()
}, 240_000)

const intentions = ['stay', 'return', 'undecided', 'stay', 'elsewhere', 'stay', 'return']

it('replaces who refused, and says what forbids closing', async () => {
  const units = await asOwner(stage.test.house.doors).rows<{ code: string }>(sql`
    select code from displacement.sampled_unit where asked and role = 'drawn' order by code`)
  expect(units).toHaveLength(48)
  for (const [at, { code }] of units.slice(1, -1).entries()) {
    const pages = {
      household: { sex: at % 2 ? 'f' : 'm', household_size: 2 + (at % 6), setting: 'host_community' },
      plans: { intention: intentions[at % 7]!, informed: 'no' },
    }
    await interview(stage.test, { unit: code, pages })
  }
  await interview(stage.test, { unit: units[0]!.code, outcome: 'refused' })
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}${survey}/collection`)
  await page.getByText(/1 unidade espera um resultado/).waitFor()
  await takePicture(page, 'surveys-collection-open-pt-1280')
  await page.getByLabel(/Motivo da substituição/).selectOption('refused')
  await page.getByRole('button', { name: 'Substituir', exact: true }).click()
  await page.getByText(/2 unidades? esperam? um resultado/).waitFor()
  await asOwner(stage.test.house.doors).run(
    sql`update displacement.sampled_unit set status = 'absent' where asked and status = 'waiting' and (role = 'drawn' or replaces is not null)`,
  )
  await page.reload()
  await page.getByRole('button', { name: 'Fechar a recolha' }).click()
  await page.getByText('em ponderação').waitFor()
  await page.getByRole('link', { name: 'Resultados' }).click()
  await page.getByRole('button', { name: 'Ponderar' }).click()
  await page.getByRole('heading', { name: 'Intenção' }).waitFor()
  await page.getByText('Quem ponderou, ou mudou o plano').waitFor()
  await page.context().close()
}, 240_000)

it('is approved by a second person and stands on the portal with its intervals', async () => {
  const second = await stage.enter('carla')
  await second.goto(stage.address + survey)
  await second.getByRole('button', { name: 'Aprovar os resultados' }).click()
  await second.getByText('aprovado', { exact: true }).waitFor()
  await second.context().close()
  const page = await stage.enter('elsa')
  await page.goto(`${stage.address}${survey}/results`)
  await page.getByRole('button', { name: 'Publicar' }).click()
  await page.getByRole('link', { name: 'Ver a página pública' }).click()
  await page.getByRole('heading', { name: 'Intenções dos deslocados' }).waitFor()
  await page.getByText('Pemba 2024').waitFor()
  await page.context().close()
}, 240_000)

it('proposes single answers after measuring the risk, and another person lets them out', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}${survey}/results`)
  await page.getByText('Propor um ficheiro').click()
  await page.getByLabel('Quantas pessoas vivem no agregado').check()
  await page.getByLabel('Faixas').fill('1, 5')
  await page.getByLabel('Nos próximos seis meses, o que pensa fazer o agregado?').check()
  await page.getByLabel('Outros podem conhecer esta resposta').last().uncheck()
  await page.getByLabel('Porque as outras colunas não identificam').fill('Só quem responde sabe o que pensa fazer.')
  await page.getByRole('button', { name: 'Medir o risco' }).click()
  await page.getByText('k-anonimato').waitFor()
  await takePicture(page, 'surveys-microdata-propose-pt-1280')
  await page.getByRole('button', { name: 'Propor para publicação' }).click()
  await page.getByText('Proposta de bento').waitFor()
  await page.context().close()
  const other = await stage.enter('elsa')
  await other.goto(`${stage.address}${survey}/results`)
  await other.getByRole('button', { name: 'Publicar este ficheiro' }).click()
  await other.getByRole('link', { name: 'Página pública', exact: true }).click()
  await other.getByText('o menor grupo de registos iguais').waitFor()
  await other.context().close()
}, 240_000)

/** Each language and each width once: the whole square takes twice as long and has shown the same. */
it.each([
  ['pt', 1280],
  ['en', 390],
] as const)(
  'is whole in %s at %i',
  async (lang, width) => {
    const page = await stage.enter('bento', { lang, width })
    await page.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
    const screens = {
      list: '/desk/surveys',
      new: '/desk/surveys/new',
      designing,
      design: survey,
      collection: `${survey}/collection`,
      results: `${survey}/results`,
      page: `/${lang}/publications/moz-survey-int1`,
      microdata: `/${lang}/publications/moz-survey-int1-microdata`,
    }
    for (const [name, path] of Object.entries(screens)) {
      await page.goto(stage.address + path)
      await takePicture(page, `surveys-${name}-${lang}-${width}`)
      expect(await seriousFaults(page), name).toEqual([])
      expect(await sideways(page), name).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  },
  240_000,
)
