/** Shows how far a long work is, on standard error, when a person looks at it (a terminal). */
export type Progress = {
  /** `done` of `total` bytes; total 0 when unknown. */
  at(done: number, total: number): void
  done(): void
}

const step = 32 << 20

/** Nothing for small files; one rewritten line a 32 MB for large ones; never in a pipe or a log. */
export function showProgress(label: string): Progress {
  let next = step
  let shown = false
  return {
    at(done, total) {
      if (!process.stderr.isTTY || done < next) return
      next = done + step
      shown = true
      const share = total > 0 ? ` ${Math.floor((done * 100) / total)} %` : ''
      process.stderr.write(`\r${label} : ${Math.round(done / 1e6)} Mo${share}`)
    },
    done() {
      if (shown) process.stderr.write('\r\u001b[K')
    },
  }
}
