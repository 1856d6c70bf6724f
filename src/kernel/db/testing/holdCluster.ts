/** A program of its own for the tests of crashes: holds the data folder named on its command line until it is told to end, or is killed. */
import { openCluster } from '../cluster.ts'

const opened = await openCluster(process.argv[2]!)
if ('code' in opened) {
  process.stdout.write(`${JSON.stringify(opened)}\n`)
  process.exit(1)
}
process.once('SIGTERM', async () => {
  await opened.stop()
  process.exit(0)
})
process.stdout.write(`${JSON.stringify({ pid: opened.pid, url: opened.url('postgres') })}\n`)
setInterval(() => {}, 60_000)
