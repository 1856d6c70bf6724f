/**
 * Texts by language. A text goes into the form's table of texts when it differs by language, carries media or quotes an answer; otherwise it stands where it is
 * used. A language that lacks a text that others have gets `-`, so that nobody sees an empty screen. Source: ODK XForms, "Languages".
 */
import type { MediaColumn } from './columnNames.ts'
import { element, type XmlElement, type XmlNode } from './xml.ts'

export type Form = 'long' | 'guidance' | MediaColumn

type Entry = Map<Form, XmlNode[]>

export type Itext = {
  add(language: string, id: string, form: Form, content: XmlNode[]): void
  write(): XmlElement | null
}

const mediaFolders: Record<MediaColumn, string> = { image: 'images', 'big-image': 'images', audio: 'audio', video: 'video' }

export const mediaAddress = (kind: MediaColumn, file: string): string => (/^jr:\/\//.test(file) ? file : `jr://${mediaFolders[kind]}/${file}`)

/** What the language of a column without a language is called when the author names none. */
export const unnamedLanguage = 'default'

const filled: readonly Form[] = ['guidance', 'long']

export function collectTexts(defaultLanguage: string): Itext {
  const languages = new Map<string, Map<string, Entry>>()
  const named = (language: string) => language || defaultLanguage || unnamedLanguage
  return {
    add(language, id, form, content) {
      const texts = languages.get(named(language)) ?? new Map<string, Entry>()
      languages.set(named(language), texts)
      const entry = texts.get(id) ?? new Map<Form, XmlNode[]>()
      texts.set(id, entry)
      // The column with the language's name wins over the one without, whichever comes first.
      if (!entry.has(form) || language !== '') entry.set(form, content)
    },
    write() {
      if (languages.size === 0) return null
      const wanted = new Map<string, Set<Form>>()
      for (const texts of languages.values())
        for (const [id, entry] of texts) {
          const forms = wanted.get(id) ?? new Set<Form>()
          wanted.set(id, forms)
          for (const form of entry.keys()) forms.add(form)
        }
      for (const texts of languages.values()) fillGaps(texts, wanted)
      return element(
        'itext',
        {},
        [...languages].map(([language, texts]) => {
          const isDefault = language === (defaultLanguage || unnamedLanguage)
          return element(
            'translation',
            { lang: language, default: isDefault ? 'true()' : undefined },
            [...texts].map(([id, entry]) => writeText(id, entry)),
          )
        }),
      )
    },
  }
}

function fillGaps(texts: Map<string, Entry>, wanted: ReadonlyMap<string, Set<Form>>): void {
  for (const [id, forms] of wanted) {
    // An empty entry is written too, where others have a picture only: form engines refuse an id that a language does not know.
    const entry = texts.get(id) ?? new Map<Form, XmlNode[]>()
    texts.set(id, entry)
    for (const form of filled) if (forms.has(form) && !entry.has(form)) entry.set(form, ['-'])
  }
}

const writeText = (id: string, entry: Entry): XmlElement =>
  element(
    'text',
    { id },
    [...entry].map(([form, content]) => element('value', { form: form === 'long' ? undefined : form }, content)),
  )
