/** Organisations beside each other in the months of the 4W: work that two tell of, consortiums, and two that turn out to be one. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { presenceNamed, snapshotOf } from '../../src/domains/coordination/fourW/snapshot/publicSnapshot.ts'
import { type Db, isRefused, previewImport } from '../../src/kernel/index.ts'
import { fromText, multipart, type Preview, wizardOf } from './importing.ts'
import type { TestHouse } from './testHouse.ts'

export type Mine = {
  organisation: string
  report: { state: string } | null
  activities: { id: string; activityType: string; people: number | null; status: string; confirmed: boolean }[]
}
export type Refusing = { refusals: { code: string; sentence: { pt: string; en: string } }[] }

type Answered = { status: number; body: unknown }
type Given = {
  house: () => TestHouse
  file: string
  sessions: Record<string, string>
  owner: () => Db
  asPartner: (name: string, method: 'GET' | 'POST', url: string, payload?: object) => Promise<Answered>
  mine: (name: string) => Promise<Mine>
  handIn: (name: string, rows: string[]) => Promise<{ import: { id: string } }>
  look: (name: string, id: string) => Promise<Preview>
  confirm: (name: string, id: string) => Promise<Answered>
  codes: (body: unknown) => string[]
}

export function organisationsTogether({ house, file, sessions, owner, asPartner, mine, handIn, look, confirm, codes }: Given): void {
  type Seen = {
    notices: {
      place: string
      provinceOnly: boolean
      rests: boolean
      sides: { name: string }[]
      pairs: [string, string][]
      answers: { name: string | null }[]
    }[]
  }
  const alike = async (name: string) => ((await asPartner(name, 'GET', '/api/coordination/same-work')).body as Seen).notices
  const say = (name: string, pairs: unknown, because = 'Another well') =>
    asPartner(name, 'POST', '/api/coordination/same-work/answers', { pairs, answer: 'different', because })

  it('tells both organisations and coordination of work that looks the same, and rests once both have said what it is', async () => {
    const rows = ['B7,Save the Children,,WASH,WATER,MZ0109,70,ongoing,2026-10-01', 'B8,Save the Children,,Proteção,Safe space,MZ0103,20,completed,2026-09-01']
    const { import: made } = await handIn('sara', rows)
    expect((await confirm('sara', made.id)).body).toMatchObject({ summary: { imported: 2 } })
    const [hers, his] = [await alike('sara'), await alike('olga')]
    expect(his.map(({ place, sides }) => [place, ...sides.map(({ name }) => name)])).toEqual([['Metuge', 'Oxfam', 'Save the Children']])
    // Where help for people at risk is given is told by province, and not compared any finer.
    expect(hers.map(({ place, provinceOnly, sides }) => [place, provinceOnly, ...sides.map(({ name }) => name)])).toEqual([
      ['Cabo Delgado', true, 'Save the Children', 'AVSI'],
      ['Metuge', false, 'Save the Children', 'Oxfam'],
    ])
    expect(JSON.stringify(hers)).not.toMatch(/MZ0104|Cidade de Pemba|comment/)
    expect(codes((await say('olga', hers[0]!.pairs)).body)).toEqual(['coordination.not-the-same-now'])
    expect(codes((await say('olga', his[0]!.pairs, ' ')).body)).toEqual(['coordination.say-why'])
    expect((await say('olga', his[0]!.pairs)).body).toEqual({ answered: 1 })
    expect((await alike('sara')).find(({ place }) => place === 'Metuge')).toMatchObject({ rests: false, answers: [{ name: 'Oxfam' }] })
    await say('sara', hers[1]!.pairs)
    expect((await alike('olga'))[0]).toMatchObject({ rests: true, answers: [{ name: 'Oxfam' }, { name: 'Save the Children' }] })
    const answered = await house().ask('noemia', {
      ...{ method: 'POST', url: '/api/coordination/same-work/answers' },
      payload: { pairs: hers[0]!.pairs, answer: 'shared', because: 'One centre, two teams' },
    })
    expect(answered.status).toBe(200)
    const seen = (await house().ask('noemia', { url: '/api/coordination/same-work' })) as unknown as { body: Seen }
    expect(seen.body.notices.map(({ rests, answers }) => [rests, answers.length])).toEqual([
      [true, 1],
      [true, 2],
    ])
    expect(codes((await asPartner('sara', 'POST', `/api/imports/${made.id}/undo`, {})).body)).toEqual(['coordination.undo-answered'])
  })

  it('counts once what its donor and its implementer both send, until coordination separates them', async () => {
    const header = '#activity+code,#org,#org+impl,#org+funder,#sector,#activity+type,#adm2+code,#reached,#status,#date+start,#date+end'
    const donor = 'D1,Oxfam,Save the Children,,Nutrição,Screening,MZ0102,5,ongoing,2026-11-01,2026-11-30'
    const doer = 'D2,Save the Children,,OXFAM,Nutrição,screening,MZ0102,3,ongoing,2026-11-15,2026-12-15'
    // Sent by two in one file, by the donor first, and by the implementer after: found each time, in the file's own lines.
    const both = (await wizardOf(house(), 'noemia').handIn(fromText('both.csv', [header, donor, doer].join('\n')), { kind: 'fourW' })).body.import.id
    const isBoth = ({ code }: { code: string }) => code === 'coordination.donor-and-implementer-both'
    const seen = await previewImport(house().house, house().actor('noemia'), both)
    if (isRefused(seen)) throw new Error(JSON.stringify(seen))
    expect(seen.preview.findings.filter(isBoth).map(({ line, facts }) => [line, facts.other])).toEqual([
      [2, 'Save the Children, D2'],
      [3, 'Oxfam, D1'],
    ])
    await wizardOf(house(), 'noemia').takeIn(fromText('donor.csv', [header, donor].join('\n')), { kind: 'fourW' })
    const sent = multipart(fromText('doer.csv', [header, doer].join('\n')), { kind: 'fourWOwn' })
    const taken = await house().server.inject({ method: 'POST', url: '/api/imports', ...sent, cookies: { capulana_session: sessions.sara! } })
    const own = (taken.json() as { import: { id: string } }).import.id
    expect((await look('sara', own)).findings.filter(isBoth).map(({ count, sentence }) => [count, sentence.pt.includes('Oxfam, D1')])).toEqual([[1, true]])
    const reached = async () => {
      type Answers = { body: { reach: { lower: number; upper: number; known: number }; cells: { organisations: string[] }[] } }
      const ask = async (url: string) =>
        ((await house().ask('noemia', { url: `/api/coordination/${url}?district=MZ0102&sector=nutrition` })) as unknown as Answers).body
      const [{ reach }, { cells }] = [await ask('reach'), await ask('presence')]
      return [reach.lower, reach.upper, reach.known, cells[0]!.organisations.length]
    }
    expect(await reached()).toEqual([5, 5, 1, 1])
    expect((await confirm('sara', own)).status).toBe(200)
    // Both counted would be 8 at the upper end and two organisations; the implementer's own row says 3.
    expect(await reached()).toEqual([3, 3, 1, 1])
    type Links = { links: { pair: [string, string]; sentence: { en: string } }[]; notices: { place: string }[] }
    const [told] = ((await asPartner('olga', 'GET', '/api/coordination/same-work')).body as Links).links
    expect(told!.sentence.en).toContain('Save the Children, D2')
    expect(codes((await say('olga', [told!.pair])).body)).toEqual(['coordination.not-the-same-now'])
    const rows = (await house().ask('noemia', { url: '/api/coordination/activities?district=MZ0102&sector=nutrition' })) as unknown as {
      body: { rows: object[] }
    }
    expect(rows.body.rows).toMatchObject([{ countedWith: 'Save the Children' }, { countedWith: null }])
    const decide = (answer: string) =>
      house().ask('noemia', {
        ...{ method: 'POST', url: '/api/coordination/same-work/answers' },
        payload: { pairs: [told!.pair], answer, because: 'Two screenings, two weeks' },
      })
    expect((await decide('different')).status).toBe(200)
    expect(await reached()).toEqual([5, 8, 2, 2])
    expect((await decide('shared')).status).toBe(200)
    expect(await reached()).toEqual([3, 3, 1, 1])
  })

  it('counts a consortium and its members as one presence, on the days of their membership', async () => {
    const send = async (method: 'POST' | 'PATCH', url: string, payload: object) =>
      (await house().ask('noemia', { method, url: `/api/organisations/${url}`, payload })) as unknown as { status: number; body: { id: string } & Refusing }
    const consortium = (await send('POST', 'organisation', { name: 'COSACA', kind: 'consortium' })).body.id
    const named = await owner().rows<{ id: string; name: string }>(
      sql`select id, name from organisations.organisation where name in ('Oxfam', 'Save the Children')`,
    )
    const [oxfam, save] = ['Oxfam', 'Save the Children'].map((name) => named.find((one) => one.name === name)!.id) as [string, string]
    const present = async () => {
      type Seen = { body: { cells: { organisations: string[] }[]; organisations: Record<string, string> } }
      const { body } = (await house().ask('noemia', { url: '/api/coordination/presence?district=MZ0109&sector=wash' })) as unknown as Seen
      return body.cells[0]!.organisations.map((id) => body.organisations[id]).toSorted()
    }
    expect(await present()).toEqual(['Oxfam', 'Save the Children'])
    expect((await send('POST', 'members', { consortium, member: oxfam })).status).toBe(200)
    // Alone of its consortium it stands under its own name.
    expect(await present()).toEqual(['Oxfam', 'Save the Children'])
    const joined = await send('POST', 'members', { consortium, member: save, fromDay: '2026-01-01' })
    expect(await present()).toEqual(['COSACA'])
    // The public reads the same: one line for the consortium, counted once in district and country.
    const { rows, organisations } = await snapshotOf(house().house, owner(), '2026-03-01', { licence: 'CC BY 4.0', credit: 'Cluster' })
    const ofDistrict = rows.filter(({ district }) => district?.code === 'MZ0109')
    expect(ofDistrict.filter(({ sector }) => sector.code === 'wash').map(({ organisation }) => [organisation.name, organisation.kind])).toEqual([
      ['COSACA', 'consortium'],
    ])
    const counted = new Set(rows.map(presenceNamed))
    expect([counted.has('COSACA'), counted.has('Oxfam'), counted.has('Save the Children'), organisations]).toEqual([true, false, false, counted.size])
    expect(codes((await send('POST', 'members', { consortium, member: save, fromDay: '2026-06-01' })).body)).toEqual(['organisation.member-already'])
    expect(codes((await send('POST', 'members', { consortium: oxfam, member: save })).body)).toEqual(['organisation.no-consortium'])
    expect(codes((await send('POST', 'members', { consortium, member: consortium })).body)).toEqual(['organisation.member-of-itself'])
    expect(codes((await send('PATCH', `members/${joined.body.id}`, { fromDay: '2026-01-01', toDay: '2025-12-31' })).body)).toEqual([
      'organisation.ends-before-start',
    ])
    await send('PATCH', `members/${joined.body.id}`, { fromDay: '2026-01-01', toDay: '2026-08-31' })
    expect(await present()).toEqual(['Oxfam', 'Save the Children'])
    const listed = (await house().ask('noemia', { url: '/api/organisations/directory' })) as unknown as {
      body: { organisations: { name: string; members: object[] }[] }
    }
    expect(listed.body.organisations.find(({ name }) => name === 'COSACA')).toMatchObject({ members: [{ name: 'Oxfam' }, { name: 'Save the Children' }] })
  })

  it('joins an organisation to the one that it turned out to be, in every list, and gives back exactly what stood before', async () => {
    const post = async (url: string, payload: object) =>
      (await house().ask('noemia', { method: 'POST', url: `/api/${url}`, payload })) as unknown as {
        status: number
        body: { id: string; accounts: number } & Refusing
      }
    const named = await owner().rows<{ id: string; name: string }>(sql`select id, name from organisations.organisation`)
    const idOf = (name: string) => named.find((one) => one.name === name)!.id
    const [save, oxfam, avsi] = [idOf('Save the Children'), idOf('Oxfam'), idOf('AVSI')]
    const group = { name: { pt: 'Cluster', en: 'Cluster' }, kind: 'cluster', chair: avsi, members: [avsi, oxfam, save], rhythm: 'monthly', terms: null }
    expect((await post('coordination/groups', group)).status).toBe(200)
    const told = ['coordination.activity', 'coordination.monthly_report', 'coordination.activity_change', 'coordination.meeting_group']
    const register = ['organisations.organisation', 'organisations.alias', 'organisations.consortium_member', 'coordination.same_work_answer']
    const everything = async () => {
      const held: Record<string, unknown> = { accounts: await owner().rows(sql`select id, works_for from kernel.person order by id`) }
      for (const table of [...told, ...register]) held[table] = await owner().rows(sql`select to_jsonb(t) as row from ${sql.raw(table)} t order by id`)
      return JSON.stringify(held)
    }
    const before = await everything()
    const join = (merged: string, into: string, reason = 'One office under two names') => post('organisations/merges', { merged, into, reason })
    expect(codes((await join(avsi, avsi)).body)).toEqual(['organisation.merge-itself'])
    expect(codes((await join(avsi, oxfam, ' ')).body)).toEqual(['organisation.merge-reason'])
    const done = await join(save, avsi)
    expect(done.body).toMatchObject({ accounts: 1 })
    expect(codes((await join(save, oxfam)).body)).toEqual(['organisation.merged-already'])
    // The account followed, and sees the rows of both; every reader sees one.
    expect((await mine('sara')).organisation).toBe('AVSI')
    expect((await mine('sara')).activities.map(({ activityType }) => activityType)).toEqual(expect.arrayContaining(['Supplies', 'Safe space']))
    type Rows = { body: { rows: { organisationName: string }[]; partners: { name: string }[]; groups: { members: { name: string }[] }[] } }
    const ask = async (url: string) => ((await house().ask('noemia', { url: `/api/coordination/${url}` })) as unknown as Rows).body
    expect(JSON.stringify((await ask('activities?limit=1000')).rows)).not.toContain('"organisationName":"Save the Children"')
    expect((await ask('month')).partners.map(({ name }) => name).toSorted()).toEqual(['AVSI', 'Oxfam'])
    expect((await ask('groups')).groups.find(({ members }) => members.length === 2)!.members.map(({ name }) => name)).toEqual(['AVSI', 'Oxfam'])
    // A file that writes the old name means the other.
    const { body: again } = await wizardOf(house(), 'noemia').handIn(
      fromText('4w.csv', [file.split('\n')[0]!, `B1,SAVE THE CHILDREN,Educação,Supplies,MZ0109,300,ongoing,2026-09-01`].join('\n')),
      { kind: 'fourW' },
    )
    expect((await wizardOf(house(), 'noemia').look(again.import.id)).body.preview.details).toMatchObject({ new: 0, newOrganisations: 0 })
    expect((await post(`organisations/merges/${done.body.id}/undo`, { reason: 'Two offices after all' })).body).toMatchObject({
      changedSince: 0,
      accounts: 1,
    })
    expect(codes((await post(`organisations/merges/${done.body.id}/undo`, { reason: 'Again' })).body)).toEqual(['organisation.merge-undone'])
    expect(await everything()).toBe(before)
    await owner().run(sql`update coordination.activity set external_id = 'A1' where external_id = 'B1'`)
    expect(codes((await join(save, oxfam)).body)).toEqual(['organisation.merge-clash'])
    await owner().run(sql`update coordination.activity set external_id = 'B1' where external_id = 'A1' and organisation = ${save}`)
  })
}
