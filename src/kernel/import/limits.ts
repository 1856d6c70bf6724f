/**
 * How much of a stranger's file we are willing to open. A workbook of 100,000 rows and 20 columns stays far below every limit; a file made to
 * exhaust the machine meets one of them before it is unpacked.
 */
export const limits = {
  /** Parts inside a workbook: real ones have fewer than 300. */
  entries: 2_000,
  /** Unpacked size over packed size, of a part above `ratioFromBytes` and of the whole workbook. */
  ratio: 100,
  ratioFromBytes: 1_000_000,
  unpackedBytes: 600_000_000,
  /** A CSV or TSV file, and a workbook as it lies on disk. */
  fileBytes: 400_000_000,
  /** An `.xls` and a JSON file are held whole while they are read. The format of the first ends at 65,536 rows a sheet. */
  oldWorkbookBytes: 150_000_000,
  jsonBytes: 80_000_000,
  jsonDepth: 64,
  /** Cells kept in memory, the empty ones between two filled ones included. */
  cells: 12_000_000,
  columns: 16_384,
  /** Letters in one cell: twice what Excel itself allows. */
  letters: 65_536,
  /** Rows of a file above which writing becomes a job that a person may leave: at 4,000 rows a second, about five seconds. */
  rowsInRequest: 20_000,
  /** A file of more bytes, unpacked, is read and understood by a job too: about as many rows, which are not known before it is read. */
  bytesInRequest: 4_000_000,
  /** How many times larger the rows of a workbook are than the workbook, as a rule. */
  workbookUnpacks: 4,
  xmlDepth: 64,
  xmlAttributes: 256,
  /** One text or one tag of a workbook, before it is split into anything. */
  xmlPieceLetters: 2_000_000,
} as const
