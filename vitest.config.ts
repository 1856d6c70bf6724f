import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['src/kernel/db/testing/globalSetup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    // One process reads the house's modules once and runs many files: reading them again for each file was a sixth of the whole time.
    isolate: false,
    maxWorkers: 2,
  },
})
