/**
 * The form engine in a thread of its own: it keeps globals, expects a browser's document, and a rule in a form may run away. Here a document is opened in its form
 * again, everything is calculated anew, and what the form itself objects to is told.
 */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { JSDOM } from 'jsdom'
import type { CheckAsked, CheckDone } from './checkMessages.ts'

const require = createRequire(import.meta.url)
const engineFile = require.resolve('@getodk/xforms-engine')

/** What the engine takes from its surroundings, before it is loaded. */
function surroundings(): void {
  const { window } = new JSDOM('<!doctype html>')
  const names = ['DOMParser', 'XMLSerializer', 'document', 'Node', 'Element', 'Document', 'XMLDocument', 'Attr', 'Text', 'XPathResult', 'NodeFilter'] as const
  for (const name of names) Object.assign(globalThis, { [name]: (window as unknown as Record<string, unknown>)[name] })
  Object.assign(globalThis, { __dirname: dirname(engineFile), require })
}

/** While a pattern is at work its beginning stands in shared memory: from outside it can be seen that one does not come back. */
function watchPatterns(since: Float64Array): void {
  const exec = RegExp.prototype.exec
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    since[0] = Date.now()
    const found = exec.call(this, text)
    since[0] = 0
    return found
  }
}

type Violation = { reference: string; violation: { condition: 'constraint' | 'required' } | null }
type Root = { validationState: { violations: readonly Violation[] }; instanceState: { instanceXML: string } }
type Form = { status: string; error?: { message: string } | null; restoreInstance(input: object): Promise<{ root: Root }> }
type Engine = {
  loadForm(xform: string, options: object): Promise<Form>
  constants: { INSTANCE_FILE_NAME: string; MISSING_RESOURCE_BEHAVIOR: { BLANK: string } }
}

surroundings()
const engine = (await import(pathToFileURL(engineFile).href)) as unknown as Engine
watchPatterns(new Float64Array(workerData as SharedArrayBuffer))

const formsKept = 20
const opened = new Map<string, Promise<Form>>()

function formOf({ form, xform, attachments }: CheckAsked): Promise<Form> {
  const known = opened.get(form)
  if (known) return known
  const fetchFormAttachment = async (address: URL) => {
    const name = decodeURIComponent(String(address).split('/').at(-1)!)
    const text = attachments[name]
    return text === undefined
      ? new Response('', { status: 404 })
      : new Response(text, { headers: { 'content-type': name.endsWith('.csv') ? 'text/csv' : 'text/xml' } })
  }
  const made = engine.loadForm(xform, { fetchFormAttachment, missingResourceBehavior: engine.constants.MISSING_RESOURCE_BEHAVIOR.BLANK })
  if (opened.size >= formsKept) opened.delete(opened.keys().next().value!)
  opened.set(form, made)
  return made
}

async function check(asked: CheckAsked): Promise<Omit<CheckDone, 'id'>> {
  const form = await formOf(asked)
  if (form.status === 'failure') return { problem: form.error?.message ?? 'form' }
  const name = engine.constants.INSTANCE_FILE_NAME
  const file = new File([asked.xml], name, { type: 'text/xml' })
  const { root } = await form.restoreInstance({ inputType: 'FORM_INSTANCE_INPUT_RESOLVED', data: [new Map([[name, file]])] })
  const violations = root.validationState.violations.flatMap(({ reference, violation }) => (violation ? [{ reference, condition: violation.condition }] : []))
  return { violations, recalculated: root.instanceState.instanceXML }
}

parentPort!.on('message', (asked: CheckAsked) => {
  check(asked)
    .catch((error: Error) => ({ problem: error.message }))
    .then((done) => parentPort!.postMessage({ id: asked.id, ...done } satisfies CheckDone))
})
parentPort!.postMessage('ready')
