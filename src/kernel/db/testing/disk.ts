/** A temporary folder on the disk, for the tests that prove what a crash leaves there; the others may write into memory. */
import { tmpdir } from 'node:os'

export const temporaryDisk = (): string => process.env.CAPULANA_TEST_DISK ?? tmpdir()
