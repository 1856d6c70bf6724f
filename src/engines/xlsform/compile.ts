/**
 * From a workbook to a form: reads the sheets, makes the tree, checks it whole, and writes the XForm, or says everything that stands in the way. Pure: the same
 * workbook gives the same bytes, on a server as in a browser.
 */
import { actionsAtStart, readTriggers } from './actions.ts'
import { writeBind } from './binds.ts'
import { writeBody } from './body.ts'
import { checkSurvey } from './checks.ts'
import { type ChoiceLists, readChoices } from './choices.ts'
import { type Entities, readEntities } from './entities.ts'
import { entityBinds, entityNode, entityPath, getsNewId } from './entityXml.ts'
import { readExternalChoices } from './externalChoices.ts'
import { collectFindings, type Finding, type Findings } from './findings.ts'
import { generate } from './generate.ts'
import { writeInstances } from './instances.ts'
import { usesSearch } from './itemsets.ts'
import { collectTexts } from './itext.ts'
import { warnOfLanguages } from './languages.ts'
import { checkNames } from './names.ts'
import { type OsmLists, readOsm } from './osm.ts'
import { dropUnknownPrefixes } from './prefixes.ts'
import { writePrimary } from './primary.ts'
import { bindParameters } from './questionParameters.ts'
import { listQuestions, type Question } from './questions.ts'
import { readSurvey } from './readSurvey.ts'
import { indexReferences, type References } from './references.ts'
import { listsWithTexts, writeChoiceTexts } from './secondary.ts'
import { type CompileOptions, readSettings, type Settings } from './settings.ts'
import { findSheet, readSheet, similarSheets, warnOfSimilar } from './sheets.ts'
import { type Written, writeTexts } from './texts.ts'
import { everyItem, type Item, pathOf } from './tree.ts'
import type { Workbook } from './workbook.ts'
import { element, writeXml, type XmlElement } from './xml.ts'

export type Compiled = {
  /** Missing when anything is refused. */
  xform?: string
  findings: Finding[]
  /** `itemsets.csv` for select_one_external. */
  itemsets?: string
  questions: Question[]
  formId: string
  title: string
  /** The form's own version, as its author wrote it; '' without one. */
  version: string
}

/** What every part of the writing needs to know. */
export type Writing = {
  settings: Settings
  references: References
  lists: ChoiceLists
  osmLists: OsmLists
  withTexts: ReadonlySet<string>
  written: ReadonlyMap<Item, Written>
  savedTo: ReadonlyMap<Item, string>
  triggers: ReadonlyMap<Item, Item[]>
  /** The id of the entity that a container makes anew, by container. */
  entityIds: ReadonlyMap<Item, string>
}

export function compile(workbook: Workbook, options: CompileOptions = {}): Compiled {
  const findings = collectFindings()
  const settings = readSettings(workbook, options, findings)
  const none = { findings: [], questions: [], formId: settings.formId, title: settings.title, version: settings.version }
  const surveySheet = findSheet(workbook, 'survey')
  if (!surveySheet) {
    findings.refuse('xlsform.no-survey', { sheet: 'survey' }, { similar: similarSheets(workbook, 'survey') })
    return { ...none, findings: findings.all() }
  }
  for (const name of ['choices', 'settings', 'entities', 'external_choices'] as const) warnOfSimilar(workbook, name, findings)
  const survey = readSheet(surveySheet, 'survey', findings)
  const lists = readChoices(workbook, settings, findings)
  const tree = readSurvey(survey, settings, findings)
  generate(tree, lists, findings)
  const { root } = tree
  checkNames(root, findings)
  dropUnknownPrefixes(root, settings, findings)
  const references = indexReferences(root, findings)
  const osmLists = readOsm(workbook, findings)
  const external = readExternalChoices(workbook, root, findings)
  const entitySheet = findSheet(workbook, 'entities')
  const entities = readEntities(entitySheet ? readSheet(entitySheet, 'entities', findings) : null, root, references, findings)
  checkSurvey({ workbook, root, lists, entities, references, findings })
  const choiceSheet = findSheet(workbook, 'choices')
  warnOfLanguages(survey, choiceSheet ? readSheet(choiceSheet, 'choices', collectFindings()) : null, findings)
  const xform = writeForm({ settings, references, lists, osmLists, root, entities }, findings)
  return {
    ...none,
    ...(findings.hasRefusal() ? {} : { xform, ...(external === null ? {} : { itemsets: external }) }),
    findings: findings.all(),
    questions: listQuestions(root, lists, entities),
  }
}

type Parts = { settings: Settings; references: References; lists: ChoiceLists; osmLists: OsmLists; root: Item; entities: Entities }

function writeForm({ settings, references, lists, osmLists, root, entities }: Parts, findings: Findings): string {
  const itext = collectTexts(settings.defaultLanguage)
  const withTexts = listsWithTexts(lists)
  writeChoiceTexts(lists, withTexts, itext, references)
  const writing: Writing = {
    ...{ settings, references, lists, osmLists, withTexts },
    written: writeTexts(root, itext, references),
    savedTo: entities.savedTo,
    triggers: readTriggers(root, references, findings),
    entityIds: new Map(entities.all.filter(getsNewId).map((entity) => [entity.container, `${entityPath(entity)}/@id`])),
  }
  const audits = [...everyItem(root)].filter((item) => item.type?.name === 'audit')
  const metaOf = (container: Item): XmlElement[] => [
    ...entities.all.filter((entity) => entity.container === container).map(entityNode),
    ...(container === root ? formMeta(settings, audits) : []),
  ]
  const body = writeBody(root, writing)
  const binds = [...bindsInside(root, writing, entities), ...metaBinds(root, writing, audits)]
  const inlineLists = new Set([...everyItem(root)].flatMap((item) => (item.answers?.from === 'choices' && usesSearch(item) ? [item.answers.list] : [])))
  const instances = writeInstances({ root, lists, withTexts, inlineLists, usesLastSaved: references.usesLastSaved() }, findings)
  const texts = itext.write()
  const model = element('model', { 'odk:xforms-version': '1.0.0', 'entities:entities-version': entities.version ?? undefined }, [
    ...submission(settings),
    ...(texts ? [texts] : []),
    element('instance', {}, [writePrimary(root, settings, metaOf, references)]),
    ...instances,
    ...binds,
  ])
  return writeXml(element('h:html', namespaces(settings, entities), [element('h:head', {}, [element('h:title', {}, [settings.title]), model]), body]))
}

function bindsInside(container: Item, writing: Writing, entities: Entities): XmlElement[] {
  const binds = container.items.flatMap((item) => {
    if (item.type?.file || item.type?.name === 'audit') return []
    const bind = writeBind(item, writing)
    return [...(bind ? [bind] : []), ...actionsAtStart(item, writing), ...bindsInside(item, writing, entities)]
  })
  return [...binds, ...entities.all.filter((entity) => entity.container === container).flatMap((entity) => entityBinds(entity, writing.references))]
}

function formMeta(settings: Settings, audits: readonly Item[]): XmlElement[] {
  const nodes = audits.map(() => element('audit'))
  if (!settings.omitsInstanceId) nodes.push(element('instanceID'))
  if (settings.instanceName !== '') nodes.push(element('instanceName'))
  return nodes
}

function metaBinds(root: Item, { settings, references }: Writing, audits: readonly Item[]): XmlElement[] {
  const meta = `${pathOf(root)}/meta`
  const binds = audits.map((item) => element('bind', { nodeset: `${meta}/audit`, ...item.type!.bind, ...bindParameters(item) }))
  if (!settings.omitsInstanceId) binds.push(element('bind', { nodeset: `${meta}/instanceID`, type: 'string', readonly: 'true()', 'jr:preload': 'uid' }))
  if (settings.instanceName !== '' && settings.line) {
    const calculate = references.expand(settings.instanceName, null, { line: settings.line, column: 'instance_name' })
    binds.push(element('bind', { nodeset: `${meta}/instanceName`, type: 'string', calculate }))
  }
  return binds
}

function submission(settings: Settings): XmlElement[] {
  const attributes = {
    ...{ action: settings.submissionUrl || undefined, method: settings.submissionUrl ? 'post' : undefined },
    ...{
      base64RsaPublicKey: settings.publicKey || undefined,
      'orx:auto-send': settings.autoSend || undefined,
      'orx:auto-delete': settings.autoDelete || undefined,
    },
  }
  return Object.values(attributes).some((value) => value !== undefined) ? [element('submission', attributes)] : []
}

const namespaces = (settings: Settings, { version }: Entities): Record<string, string | undefined> => ({
  xmlns: 'http://www.w3.org/2002/xforms',
  'xmlns:h': 'http://www.w3.org/1999/xhtml',
  'xmlns:ev': 'http://www.w3.org/2001/xml-events',
  'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  'xmlns:jr': 'http://openrosa.org/javarosa',
  'xmlns:orx': 'http://openrosa.org/xforms',
  'xmlns:odk': 'http://www.opendatakit.org/xforms',
  'xmlns:entities': version === null ? undefined : 'http://www.opendatakit.org/xforms/entities',
  ...settings.namespaces,
})
