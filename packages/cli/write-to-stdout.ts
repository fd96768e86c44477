/** Writes to standard output, waiting for a slow reader rather than filling memory. */
export function writeToStdout(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve()
    else process.stdout.once('drain', () => resolve())
  })
}
