/**
 * The DataCite record as XML, for catalogues that harvest it. Source: DataCite Metadata Schema 4.6, kernel-4, whose elements may stand in any order. Until a DOI is
 * registered the identifier is our own address with the version, of the type URL, as harvesters of repositories without DOIs take it.
 */
import type { DataCite } from './cite.ts'
import { html } from './html.ts'

/** XML 1.0 cannot hold these at all, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs that must not stand in a file
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

export function dataCiteXml(record: DataCite): string {
  const [identifier] = record.identifiers
  return html`<?xml version="1.0" encoding="UTF-8"?>
<resource xmlns="http://datacite.org/schema/kernel-4" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd">
<identifier identifierType="${record.doi ? 'DOI' : identifier.identifierType}">${record.doi || identifier.identifier}</identifier>
<creators>${record.creators.map(({ name, nameType }) => html`<creator><creatorName nameType="${nameType}">${name}</creatorName></creator>`)}</creators>
<titles>${record.titles.map(({ title, lang, titleType }) => html`<title xml:lang="${lang}"${titleType && html` titleType="${titleType}"`}>${title}</title>`)}</titles>
<publisher>${record.publisher.name}</publisher>
<publicationYear>${record.publicationYear}</publicationYear>
<resourceType resourceTypeGeneral="${record.types.resourceTypeGeneral}">${record.types.resourceType}</resourceType>
<dates>${record.dates.map(({ date, dateType }) => html`<date dateType="${dateType}">${date}</date>`)}</dates>
<language>${record.language}</language>
<alternateIdentifiers>${record.alternateIdentifiers.map((each) => html`<alternateIdentifier alternateIdentifierType="${each.alternateIdentifierType}">${each.alternateIdentifier}</alternateIdentifier>`)}</alternateIdentifiers>
<relatedIdentifiers>${record.relatedIdentifiers.map((each) => html`<relatedIdentifier relatedIdentifierType="${each.relatedIdentifierType}" relationType="${each.relationType}">${each.relatedIdentifier}</relatedIdentifier>`)}</relatedIdentifiers>
<sizes>${record.sizes.map((size) => html`<size>${size}</size>`)}</sizes>
<formats>${record.formats.map((format) => html`<format>${format}</format>`)}</formats>
<version>${record.version}</version>
<rightsList>${record.rightsList.map((each) => html`<rights${each.rightsUri && html` rightsURI="${each.rightsUri}"`}${each.rightsIdentifier && html` rightsIdentifier="${each.rightsIdentifier}" rightsIdentifierScheme="SPDX"`}>${each.rights}</rights>`)}</rightsList>
<descriptions>${record.descriptions.map(({ description, descriptionType, lang }) => html`<description xml:lang="${lang}" descriptionType="${descriptionType}">${description}</description>`)}</descriptions>
<geoLocations>${record.geoLocations.map(({ geoLocationPlace }) => html`<geoLocation><geoLocationPlace>${geoLocationPlace}</geoLocationPlace></geoLocation>`)}</geoLocations>
</resource>
`.html.replace(unwritable, '')
}
