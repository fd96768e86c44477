import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './read-project.ts'

/** Every file that is or would be committed, by path from the root; without git, every file that is not ignored by name. */
export function repositoryFiles(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const listed = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (listed.status === 0) {
    const paths = listed.stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
    return paths.sort()
  }
  return globSync(['**', '.ci/**', '.git*'], { cwd: root, exclude: isIgnored })
    .filter((path) => !isIgnored(path) && statSync(join(root, path)).isFile())
    .sort()
}

function isIgnored(path: string): boolean {
  return /(^|\/)(node_modules|dist|out|coverage|\.git)(\/|$)/.test(path)
}
