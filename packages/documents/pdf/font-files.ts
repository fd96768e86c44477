import { fileURLToPath } from 'node:url'

/** Regular, then semi-bold: the two weights of the report. */
export function fontFiles(): readonly [string, string] {
  return [
    fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
    fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')),
  ]
}
