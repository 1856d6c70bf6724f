/** What a boundary file can be refused for, and what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const boundarySentences: Sentences = {
  'places.boundary-unreadable': {
    pt: 'O ficheiro não se consegue ler como {format} ({detail}). Descarregue-o outra vez, ou exporte-o como GeoJSON, GeoPackage ou shapefile em ZIP.',
    en: 'The file cannot be read as {format} ({detail}). Download it again, or export it as GeoJSON, GeoPackage or a zipped shapefile.',
  },
  'places.boundary-empty': {
    pt: 'O ficheiro não tem nenhuma área com contorno. Escolha o ficheiro dos polígonos, não o das linhas ou dos pontos.',
    en: 'The file has no area with an outline. Choose the file of polygons, not the one of lines or points.',
  },
  'places.boundary-no-pcodes': {
    pt: 'Nenhuma coluna tem códigos de lugar (P-codes), por exemplo ADM2_PCODE. Colunas encontradas: {columns}. Junte uma coluna com os códigos e traga o ficheiro outra vez.',
    en: 'No column holds place codes (P-codes), such as ADM2_PCODE. Columns found: {columns}. Add a column with the codes and bring the file again.',
  },
  'places.boundary-other-country': {
    pt: 'Nenhum código do ficheiro está no registo (por exemplo {codes}). É talvez de outro país: escolha o ficheiro deste país.',
    en: 'No code of the file is in the register (for example {codes}). It may be of another country: choose the file of this country.',
  },
  'places.boundary-not-wgs84': {
    pt: 'As coordenadas não estão em graus WGS 84. Exporte o ficheiro em EPSG:4326 e traga-o outra vez.',
    en: 'The coordinates are not degrees on WGS 84. Export the file in EPSG:4326 and bring it again.',
  },
  'places.boundary-too-large': {
    pt: 'O ficheiro ocupa {bytes} {bytes|byte|bytes} quando aberto, mais do que se aceita. Simplifique os contornos, ou traga um nível de cada vez.',
    en: 'The file takes {bytes} {bytes|byte|bytes} when opened, more than is accepted. Simplify the outlines, or bring one level at a time.',
  },
  'places.boundary-no-shapefile': {
    pt: 'O ZIP não tem um shapefile completo: precisa de .shp e .dbf com o mesmo nome. Dentro dele: {files}.',
    en: 'The ZIP has no complete shapefile: it needs .shp and .dbf with the same name. Inside it: {files}.',
  },
}
