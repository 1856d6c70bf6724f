/**
 * Drafts the SQL for declared records that have no table yet, for a person to read and keep: `tsx scripts/draftMigration.ts displacement`.
 * A test holds the migrated schema against the declarations afterwards.
 */

import { everyDomain } from '../src/domains.ts'
import { tableDdl } from '../src/kernel/record/table.ts'

const wanted = process.argv[2]
const domain = everyDomain.find(({ name }) => name === wanted)
if (!domain) throw new Error(`name one of: ${everyDomain.map(({ name }) => name).join(', ')}`)
const schemas = [...new Set(domain.records.map(({ schema }) => schema))]
console.log(schemas.map((schema) => `create schema if not exists ${schema};`).join('\n'))
for (const record of domain.records) console.log(`\n${tableDdl(record, (name) => name)}`)
