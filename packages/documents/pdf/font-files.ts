import { createRequire } from 'node:module'

/** Regular, then semi-bold: the two weights of the report. */
export function fontFiles(): readonly [string, string] {
  const { resolve } = createRequire(import.meta.url)
  return [
    resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  ]
}
