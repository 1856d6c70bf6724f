/** A thread in which pairs are looked for: it does one step after another until it is ended. What it answers lies in memory that both threads share. */
import { parentPort } from 'node:worker_threads'
import { inSharedMemory } from '../../kernel/thread.ts'
import { pairSteps } from './pairSteps.ts'

const steps = pairSteps()

parentPort!.on('message', ({ step, asked }: { step: keyof typeof steps; asked: never }) => parentPort!.postMessage(inSharedMemory(steps[step](asked))))
