import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    reporters: ['default', './scripts/plain-reporter.ts'],
    testTimeout: 120_000,
    // The default leaves one core to the runner, half of a small machine.
    maxWorkers: '100%',
  },
})
