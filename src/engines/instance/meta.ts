/** What a filled form says about itself: which form and version, its own id, the one it replaces, its name, whether it is encrypted, which files it names. */
import { attributeOf, childNamed, type Element, elementsOf, textOf } from './element.ts'

export type InstanceMeta = {
  form: string | null
  version: string | null
  instanceId: string | null
  /** The instance that this one replaces. */
  replaces: string | null
  instanceName: string | null
  /** As the phone claims. */
  start: string | null
  end: string | null
  encrypted: boolean
  /** Files that an encrypted document announces: its media, then the encrypted answers themselves. */
  encryptedFiles: string[]
}

const textIn = (element: Element | null, name: string): string | null => {
  const found = element && childNamed(element, name)
  return (found && textOf(found).trim()) || null
}

export function metaOf(root: Element): InstanceMeta {
  const meta = childNamed(root, 'meta')
  const encrypted = attributeOf(root, 'encrypted') === 'yes'
  const media = encrypted ? elementsOf(root).filter(({ name }) => name === 'media') : []
  const named = [...media.flatMap(elementsOf).map(textOf), ...(encrypted ? [textIn(root, 'encryptedXmlFile') ?? ''] : [])]
  return {
    form: attributeOf(root, 'id'),
    version: attributeOf(root, 'version'),
    instanceId: textIn(meta, 'instanceID') ?? attributeOf(root, 'instanceID'),
    replaces: textIn(meta, 'deprecatedID'),
    instanceName: textIn(meta, 'instanceName'),
    start: textIn(root, 'start'),
    end: textIn(root, 'end'),
    encrypted,
    encryptedFiles: named.map((name) => name.trim()).filter((name) => name !== ''),
  }
}
