/** The door of the cleaning log. */
export { type ChangeType, type DataTable, type LogLine, replay, sameValue } from './replay.ts'
