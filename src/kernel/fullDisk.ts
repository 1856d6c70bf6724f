/** A file that does not fit: the disk, the share of it that is ours, or the largest file that it takes. */
const codes: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export const isFullDisk = (code: string | undefined): boolean => codes.has(code)
