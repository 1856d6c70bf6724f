/** A thread in which pairs are looked for: it does one step after another until it is ended. What it answers lies in memory that both threads share. */
import { parentPort } from 'node:worker_threads'
import { pairSteps } from './pairSteps.ts'
import { inSharedMemory } from './sharedMemory.ts'

const steps = pairSteps()

parentPort!.on('message', ({ step, asked }: { step: keyof typeof steps; asked: never }) => parentPort!.postMessage(inSharedMemory(steps[step](asked))))
