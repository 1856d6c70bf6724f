import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['src/kernel/db/testing/globalSetup.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
