/** A publication in other people's reference managers and catalogues: whole, in one line where one line is asked for, and with the version in its identifier. */
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { bibTex, dataCite, ris, schemaDataset, textCitation } from './cite.ts'
import { dataCiteXml } from './dataCiteXml.ts'
import { licenceOf } from './licence.ts'
import { product13, site } from './round13.fixture.ts'

const odd = { ...product13, credit: 'OIM & INGD_100% {DTM}', title: { pt: 'Ronda\n13', en: 'Round\n13 </script>' } }
const address = 'https://portal.example/en/publications/cabo-delgado-ba-13/v2'

describe('citing', () => {
  it('says in words whose it is, which version and where, and that demonstration data are no facts', () => {
    expect(textCitation({ ...product13, demonstration: false }, site, 'en')).toMatch(
      /version 2, published on .* https:\/\/portal\.example\/en\/publications\/cabo-delgado-ba-13\/v2$/,
    )
    expect(textCitation({ ...product13, demonstration: true }, site, 'pt')).toContain('não citar como factos')
  })

  it('closes every brace of BibTeX and lets no sign become a command', () => {
    const entry = bibTex(odd, site, 'en')
    expect(entry.split('{').length).toBe(entry.split('}').length)
    expect(entry).toContain('author = {{OIM \\& INGD\\_100\\% DTM}}')
    expect(entry).toContain(`url = {${address}}`)
  })

  it('gives RIS one tag a line, from its type to its end', () => {
    const lines = ris(odd, site, 'en').trimEnd().split('\r\n')
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}-( |$)/.test(line))).toBe(true)
    expect([lines[0], lines.at(-1)!.trimEnd()]).toEqual(['TY  - DATA', 'ER  -'])
  })

  it('has what DataCite asks of every record, and an empty place for the DOI', () => {
    const record = dataCite(product13, site, 'en')
    for (const must of ['identifiers', 'creators', 'titles', 'publisher', 'publicationYear', 'types'] as const) expect(record[must], must).toBeTruthy()
    expect(record).toMatchObject({
      doi: '',
      identifiers: [{ identifier: address, identifierType: 'URL' }],
      types: { resourceTypeGeneral: 'Dataset' },
      schemaVersion: 'http://datacite.org/schema/kernel-4',
      relatedIdentifiers: [{ relationType: 'IsNewVersionOf' }],
    })
    expect(record.publicationYear).toMatch(/^\d{4}$/)
  })

  it('is the same record as XML, with the six elements that the schema requires once each, and no sign of anybody’s text as markup', () => {
    const xml = dataCiteXml(dataCite({ ...odd, title: { ...odd.title, en: 'Round\u0007 13 </titles>' } }, site, 'en'))
    const { documentElement: resource } = new DOMParser().parseFromString(xml, 'text/xml')
    expect([resource.tagName, resource.getAttribute('xmlns')]).toEqual(['resource', 'http://datacite.org/schema/kernel-4'])
    const said = (name: string) => [...resource.children].filter(({ tagName }) => tagName === name).map(({ textContent }) => textContent)
    expect(said('identifier')).toEqual([address])
    expect(said('creators')).toEqual([odd.credit])
    expect(said('titles')).toEqual(['Ronda\n13Round 13 </titles>'])
    expect(said('publisher')).toEqual(['Demonstration mission'])
    expect(said('publicationYear')).toEqual([odd.publishedAt.slice(0, 4)])
    expect(resource.querySelector('resourceType')!.getAttribute('resourceTypeGeneral')).toBe('Dataset')
    expect(resource.querySelector('identifier')!.getAttribute('identifierType')).toBe('URL')
    expect(dataCiteXml({ ...dataCite(product13, site, 'en'), doi: '10.5072/x' })).toContain('<identifier identifierType="DOI">10.5072/x</identifier>')
    expect(xml).toContain('rightsURI="https://creativecommons.org/')
  })

  it('has what a search engine of data sets asks for: name, description of 50 to 5,000 letters, licence, creator, identifier, every file', () => {
    const data = schemaDataset(product13, site, 'pt') as Record<string, unknown> & { description: string; distribution: { contentUrl: string }[] }
    expect(data).toMatchObject({ '@type': 'Dataset', '@context': 'https://schema.org/', version: '2', isAccessibleForFree: true })
    for (const must of ['name', 'description', 'license', 'creator', 'identifier', 'url', 'publisher', 'datePublished', 'temporalCoverage', 'spatialCoverage'])
      expect(data[must], must).toBeTruthy()
    expect(data.description.length).toBeGreaterThanOrEqual(50)
    expect(data.description.length).toBeLessThanOrEqual(5000)
    expect(data.license).toMatch(/^https:\/\//)
    expect(data.distribution.map(({ contentUrl }) => contentUrl)).toEqual(product13.files.map(({ href }) => `https://portal.example${href}`))
  })
})

describe('a licence', () => {
  it('is read from its name, and a name without version or meaning gets no address', () => {
    expect(licenceOf('CC BY 4.0')).toMatchObject({ spdx: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' })
    expect(licenceOf('CC BY-NC-ND 3.0 IGO')).toMatchObject({
      parts: ['by', 'nc', 'nd'],
      igo: true,
      url: 'https://creativecommons.org/licenses/by-nc-nd/3.0/igo/',
    })
    expect(licenceOf('CC BY')).toMatchObject({ parts: ['by'], url: null, spdx: null })
    expect(licenceOf('Uso interno')).toMatchObject({ slug: 'uso-interno', parts: [], url: null })
  })
})
