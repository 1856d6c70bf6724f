/**
 * Illustrative localities below the real administrative posts: no list of localities with codes is published, and a round counts localities. Their codes
 * and names say that they are ours.
 */
import type { Illustrative } from './basis.ts'

export type KnownPlace = { pcode: string; name: string; level: number; parent: string | null; validTo?: string | undefined }

export type Locality = { code: string; name: string; posto: string; district: string; province: string; inDistrict: number }

/** The first `count` localities of a district, dealt out to its posts in turn; a larger count only adds. */
export function localitiesOf(district: KnownPlace, postos: readonly KnownPlace[], count: number, { localityName }: Illustrative): Locality[] {
  return Array.from({ length: postos.length ? count : 0 }, (_, at) => {
    const posto = postos[at % postos.length]!
    const inPosto = Math.floor(at / postos.length) + 1
    return {
      code: `${posto.pcode}-DEMO${String(inPosto).padStart(2, '0')}`,
      name: `${posto.name} – ${localityName.pt} ${inPosto}`,
      posto: posto.pcode,
      district: district.pcode,
      province: district.parent!,
      inDistrict: at + 1,
    }
  })
}

export const postosOf = (places: readonly KnownPlace[], district: string): KnownPlace[] =>
  places.filter(({ level, parent, validTo }) => level === 3 && parent === district && !validTo)
