// Runs a measurement or script of this folder as the product itself runs: node bin/run.mjs bench/ingest.ts --minutes 10
import { resolve } from 'node:path'
import { growSlowly, load } from './load.mjs'

const [file] = process.argv.splice(2, 1)
process.argv[1] = resolve(file)
growSlowly()
await load(process.argv[1])
