/** The forms of the house as their author sees them: what is in the field, what is being drafted, what has come in and waits for somebody. */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { readableRows } from '../../access/rules.ts'
import { act, type Db, type Refused, read, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { refuse } from '../../refusal.ts'
import type { Bilingual, Language } from '../../text/bilingual.ts'
import { Assignment, Device } from '../fieldKey.ts'
import { Form } from '../form.ts'
import { findingSentence, repairSentence } from '../formSentences.ts'
import { attachmentsOf, filesNeeded, knownLists } from './attachments.ts'
import type { VersionRow } from './compiled.ts'
import { draftOf, formById, publishedOf, understoodBy } from './find.ts'
import { driftOf, obstaclesToPublish } from './publish.ts'

/** Counts are of what the reader may see: a coordinator counts the submissions of his area. */
export async function formsWithArrivals(house: House, actor: Actor) {
  return read(house.doors, actor, async (db) => {
    const readable = readableRows(actor, Form)
    if (!readable) return []
    return db.rows(sql`
      select r.id, r.code, r.title, r.titles, r.state, r.taker, r.restricted, p.number as project, p.name as project_name, p.training,
        (select v.name from forms.form_version v where v.form = r.id and v.state = 'published' order by v.published_at desc limit 1) as published,
        (select json_build_object('refusals', v.refusals, 'warnings', v.warnings) from forms.form_version v where v.form = r.id and v.state = 'draft') as draft,
        coalesce(s.total, 0) as total, coalesce(s.today, 0) as today, coalesce(s.waiting, 0) as waiting, coalesce(s.flagged, 0) as flagged, s.last
      from forms.form r join forms.project p on p.id = r.project
      left join lateral (
        select count(*) as total, count(*) filter (where s.recorded_at >= date_trunc('day', now() at time zone ${house.pack.country.timezone}) at time zone ${house.pack.country.timezone}) as today,
          count(*) filter (where s.state in ('received', 'edited', 'hasIssues')) as waiting, count(*) filter (where s.open_findings > 0 or s.state = 'hasIssues') as flagged,
          max(s.recorded_at) as last
        from forms.standing s where s.form = r.id and s.state <> 'withdrawn') s on true
      where ${readable} order by r.state = 'retired', p.number, r.title`)
  })
}

const both = (say: (language: Language) => string): Bilingual => ({ pt: say('pt'), en: say('en') })

async function findingsOf(house: House, version: VersionRow) {
  const { findings } = await understoodBy(house, version)
  return findings.map(({ repair, ...finding }, at) => ({
    ...finding,
    at,
    sentence: both((language) => findingSentence(finding, language)),
    repair: repair ? { sentence: both((language) => repairSentence(repair, language)), changes: repair.changes } : null,
  }))
}

async function versionShown(db: Db, house: House, version: VersionRow) {
  return {
    ...version,
    questions: (await understoodBy(house, version)).questions,
    findings: await findingsOf(house, version),
    attachments: await attachmentsOf(db, version.id),
    needed: await filesNeeded(house, version),
  }
}

export async function oneForm(house: House, actor: Actor, id: string) {
  return act(house.doors, actor, async (db): Promise<object | Refused> => {
    const form = await formById(db, id)
    if (!form) return refused(refuse('access.not-found'))
    const draft = await draftOf(db, id)
    const versions = await publishedOf(db, id)
    const project = await db.one<{ number: number; name: string; training: boolean }>(
      sql`select number, name, training from forms.project where id = ${form.project}`,
    )
    const obstacles = draft ? await obstaclesToPublish(db, house, form, draft) : []
    return {
      form,
      project,
      versions,
      draft: draft && { ...(await versionShown(db, house, draft)), drift: await driftOf(db, house, id, draft) },
      published: versions[0] ? await versionShown(db, house, versions[0]) : null,
      obstacles: obstacles.map((refusal) => ({ ...refusal, sentence: both((language) => house.catalogue.sentence(refusal, language)) })),
      lists: await knownLists(db, house, form.project),
      takers: house.domains.flatMap(({ takers }) => (takers ?? []).map(({ name, about }) => ({ name, about }))),
      assignments: readableRows(actor, Assignment) && readableRows(actor, Device) ? await assignmentsOf(db, form.project, id) : [],
    }
  })
}

const assignmentsOf = (db: Db, project: string, form: string) =>
  db.rows(sql`
    select a.id, a.of_form, a.target_kind, a.target, a.from_day, a.until_day, coalesce(d.label, p.name, a.target) as name
    from forms.assignment a left join forms.device d on d.id::text = a.target left join kernel.person p on p.id::text = a.target
    where a.of_project = ${project} and (a.of_form is null or a.of_form = ${form}) order by a.target_kind, name`)
