/** What the place register refuses, and what to do. */
import type { Sentences } from '../../kernel/index.ts'

export const placeSentences: Sentences = {
  'places.credit-missing': {
    pt: 'Escreva a linha de crédito dos limites (por exemplo «INE / OCHA, CC BY-IGO»): aparece em cada mapa.',
    en: 'Write the credit line of the boundaries (for example "INE / OCHA, CC BY-IGO"): it stands on every map.',
  },
  'places.map-level': {
    pt: 'Imprimem-se mapas de distritos e de postos. Abra um distrito ou um posto e peça o mapa ali.',
    en: 'Maps are printed of districts and of posts. Open a district or a post and ask for its map there.',
  },
  'places.map-without-boundary': {
    pt: '{name} não tem limites no registo, por isso não há mapa. Traga os limites oficiais em Lugares, ou complete os pontos dos seus postos.',
    en: '{name} has no boundary in the register, so there is no map. Bring official boundaries in under Places, or complete the points of its posts.',
  },
  'places.point-other-district': {
    pt: 'Este ponto fica em {found}, não no distrito {expected} em que o lugar está registado. Corrija o ponto, ou confirme que está certo.',
    en: 'This point lies in {found}, not in district {expected} where the place is registered. Correct the point, or confirm that it is right.',
  },
  'places.point-own-deed': {
    pt: 'O ponto muda-se na página do lugar, em «Mudar o ponto», com uma razão: o anterior fica guardado.',
    en: 'The point is moved on the page of the place, under "Move the point", with a reason: the earlier one is kept.',
  },
  'places.nothing-stood': {
    pt: 'Antes disso não havia ponto nem limite oficial, por isso não há nada a repor.',
    en: 'Before that there was no point and no official boundary, so there is nothing to set again.',
  },
  'places.outline-level': {
    pt: 'Só províncias, distritos e postos têm limites. Abra um deles.',
    en: 'Only provinces, districts and posts have boundaries. Open one of them.',
  },
  'places.outline-schematic': {
    pt: 'As áreas deste nível ainda são esquemáticas, e um mapa mostra um só tipo. Traga primeiro os limites oficiais de todo o nível em Lugares, «Limites oficiais».',
    en: 'The areas of this level are still schematic, and a map shows one kind. First bring the official boundaries of the whole level in under Places, "Official boundaries".',
  },
  'places.outline-unreadable': {
    pt: 'O ficheiro não é um GeoJSON com uma só área (Polygon ou MultiPolygon). Exporte a área sozinha e traga-a de novo.',
    en: 'The file is no GeoJSON with a single area (Polygon or MultiPolygon). Export the area alone and bring it again.',
  },
  'places.outline-empty': {
    pt: 'O ficheiro não traz nenhuma área. Verifique-o no programa de mapas e exporte-o de novo.',
    en: 'The file brings no area. Check it in the map program and export it again.',
  },
  'places.outline-open': {
    pt: 'O anel {ring} do limite não fecha: o último ponto não é igual ao primeiro. Feche-o no programa de mapas.',
    en: 'Ring {ring} of the boundary is not closed: its last point is not its first. Close it in the map program.',
  },
  'places.outline-degrees': {
    pt: 'O limite não está em graus (encontrou-se {lon}, {lat}). Exporte-o em WGS 84, longitude e latitude.',
    en: 'The boundary is not in degrees ({lon}, {lat} was found). Export it in WGS 84, longitude and latitude.',
  },
  'places.outline-crosses': {
    pt: 'O limite cruza-se a si próprio perto de {lat}, {lon}. Corrija esse lado no programa de mapas.',
    en: 'The boundary crosses itself near {lat}, {lon}. Correct that side in the map program.',
  },
  'places.outline-outside': {
    pt: '{n} {n|ponto fica|pontos ficam} a mais de {km} km fora da área que o contém; o primeiro em {lat}, {lon}. Confirme que é o ficheiro deste lugar.',
    en: '{n} {n|point lies|points lie} more than {km} km outside the area around it; the first at {lat}, {lon}. Check that the file is of this place.',
  },
  'places.boundary-codes-unknown': {
    pt: '{n} {n|área do ficheiro não está|áreas do ficheiro não estão} no registo ({codes}). Confirme que o ficheiro é deste país; nada foi gravado.',
    en: '{n} {n|area of the file is not|areas of the file are not} in the register ({codes}). Check that the file is of this country; nothing was written.',
  },
}
