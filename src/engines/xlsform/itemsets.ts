/**
 * Where a question's answers come from: a choice list or a file as an itemset with its filter, the answers given in a repeat, choices written out for
 * `search()`, or the tags of an OSM feature. Source: ODK XForms specification, "Secondary instances" and "randomize()".
 */
import type { Writing } from './compile.ts'
import { contextOf, relativePath, stepsBetween } from './references.ts'
import { isYes } from './settings.ts'
import { type Item, nearestRepeat, pathOf, valueIn } from './tree.ts'
import { element, type XmlElement } from './xml.ts'

export const usesSearch = (item: Item): boolean => /(^|\s)search\s*\(/.test(item.appearance)

type Names = { value: string; label: string }

const itemset = (nodeset: string, { value, label }: Names): XmlElement =>
  element('itemset', { nodeset }, [element('value', { ref: value }), element('label', { ref: label })])

export function itemsetOf(item: Item, writing: Writing): XmlElement[] {
  const { answers, parameters, type } = item
  const named = type!.name === 'range' ? parameters.get('tick_labelset') : parameters.get('reference-geometry')
  if ((type!.name === 'range' || type!.name === 'geotrace' || type!.name === 'geoshape' || type!.name === 'geopoint') && named)
    return fromNamed(item, named, writing)
  if (!answers || answers.from === 'external') return []
  if (answers.from === 'answers') return fromAnswers(item, answers.question, writing)
  if (type!.name === 'osm') return osmTags(answers.list, writing)
  if (answers.from === 'choices' && usesSearch(item)) return writtenOut(answers.list, writing)
  const names = answers.from === 'file' ? fileNames(item, answers.file) : choiceNames(answers.list, writing)
  return [itemset(shuffled(item, listPath(item, answers.list, writing), writing), names)]
}

const choiceNames = (list: string, { withTexts }: Writing): Names => ({ value: 'name', label: withTexts.has(list) ? 'jr:itext(itextId)' : 'label' })

/** GeoJSON features have an id and a title, everything else a name and a label, unless the author says otherwise. */
function fileNames({ parameters }: Item, file: string): Names {
  const isPlaces = /\.geojson$/i.test(file)
  return { value: parameters.get('value') ?? (isPlaces ? 'id' : 'name'), label: parameters.get('label') ?? (isPlaces ? 'title' : 'label') }
}

function listPath(item: Item, list: string, { references }: Writing): string {
  const filter = valueIn(item, 'choice_filter')
  const path = `instance('${list}')/root/item`
  if (filter === '') return path
  return `${path}[${references.expand(filter, contextOf(item), { line: item.line, column: 'choice_filter' }, { isListPredicate: true })}]`
}

export const externalQuery = (item: Item, list: string, writing: Writing): string => listPath(item, list, writing)

function shuffled(item: Item, path: string, { references }: Writing): string {
  if (!isYes(item.parameters.get('randomize') ?? '')) return path
  const seed = item.parameters.get('seed')
  return seed === undefined
    ? `randomize(${path})`
    : `randomize(${path}, ${references.expand(seed, contextOf(item), { line: item.line, column: 'parameters' })})`
}

/** The repetitions in which the question was answered, or those that the author's filter keeps. */
function fromAnswers(item: Item, name: string, writing: Writing): XmlElement[] {
  const question = writing.references.find({ name, isLastSaved: false, written: name }, { line: item.line, column: 'type' })
  const repeat = question && nearestRepeat(question)
  if (!question || !repeat) return []
  const value = pathOf(question).slice(pathOf(repeat).length + 1)
  const context = contextOf(item)
  const base = relativePath(context, question) === null ? pathOf(repeat) : stepsBetween(context!, repeat)
  return [itemset(shuffled(item, `${base}[${repeatFilter(item, repeat, value, writing)}]`, writing), { value, label: value })]
}

function repeatFilter(item: Item, repeat: Item, value: string, { references }: Writing): string {
  const filter = valueIn(item, 'choice_filter')
  if (filter === '') return `./${value} != ''`
  return references.expand(filter, contextOf(item), { line: item.line, column: 'choice_filter' }, { isListPredicate: true, itemsOf: repeat })
}

/** `tick_labelset` and `reference-geometry` name a list, a file, or a repeat in which places were taken. */
function fromNamed(item: Item, named: string, writing: Writing): XmlElement[] {
  const name = named.match(/^\$\{\s*(.+?)\s*\}$/)?.[1]
  if (name === undefined) return [itemset(listPath(item, named, writing), choiceNames(named, writing))]
  const repeat = writing.references.find({ name, isLastSaved: false, written: name }, { line: item.line, column: 'parameters' })
  if (repeat?.kind !== 'repeat') return []
  return [itemset(`${pathOf(repeat)}[${repeatFilter(item, repeat, 'geometry', writing)}]`, { value: 'geometry', label: 'geometry' })]
}

function writtenOut(list: string, { lists, withTexts }: Writing): XmlElement[] {
  return (lists.get(list) ?? []).map(({ name, labels }, at) => {
    const label = withTexts.has(list) ? element('label', { ref: `jr:itext('${list}-${at}')` }) : element('label', {}, labels[0] ? [labels[0].text] : [])
    return element('item', {}, [label, element('value', {}, [name])])
  })
}

const osmTags = (list: string, { osmLists }: Writing): XmlElement[] =>
  (osmLists.get(list) ?? []).map(({ name, labels }) => element('tag', { key: name }, labels[0] ? [element('label', {}, [labels[0].text])] : []))
