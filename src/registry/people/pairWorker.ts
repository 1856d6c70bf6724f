/** The thread in which pairs are weighed: one question, one answer, and it ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { type PairsAsked, weighPairs } from './weighPairs.ts'

parentPort!.postMessage(weighPairs(workerData as PairsAsked))
