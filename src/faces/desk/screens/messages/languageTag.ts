/** Screen readers know Portuguese as `pt`, not as the `por` of ISO 639-3; a language without a short code keeps its own. */
export const languageTag = (iso: string): string => Intl.getCanonicalLocales(iso)[0] ?? iso
