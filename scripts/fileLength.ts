/**
 * A file tells one story that a newcomer reads in five minutes: none above 400 lines, nine in ten under 200.
 * Prints the offenders; exit 1 when there is one.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const limit = 400
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { encoding: 'utf8' }).split('\n')
const lengths = files.filter((file) => file && existsSync(file)).map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
const tooLong = lengths.filter(({ lines }) => lines > limit)
const underTwoHundred = lengths.filter(({ lines }) => lines <= 200).length / Math.max(1, lengths.length)

for (const { file, lines } of tooLong) console.error(`${file}: ${lines} lines; split it by story (limit ${limit})`)
if (underTwoHundred < 0.9) console.error(`only ${(underTwoHundred * 100).toFixed(0)} % of ${lengths.length} files are under 200 lines (want 90 %)`)
process.exitCode = tooLong.length > 0 || underTwoHundred < 0.9 ? 1 : 0
