import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './read-project.ts'
import { repositoryFiles } from './repository-files.ts'

/** Something in a committed text that has the form of a credential. */
export type Secret = { readonly path: string; readonly line: number; readonly kind: string }

const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['cloud access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['repository token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,}|glpat-[\w-]{20,})/],
  ['registry token', /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^\s$]/],
  ['chat token', /\bxox[abprs]-[\w-]{20,}/],
  ['service key', /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{20,}|\bsk-[A-Za-z0-9_-]{32,}/],
  ['signed token', /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/],
  ['password in a URL', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"`$]+:[^\s/:@'"`$]{3,}@/i],
]

/** Lines of a text that hold a credential. */
export function findSecrets(path: string, text: string): readonly Secret[] {
  return text
    .split('\n')
    .flatMap((content, index) =>
      forms.filter(([, form]) => form.test(content)).map(([kind]) => ({ path, line: index + 1, kind })),
    )
}

if (import.meta.main) {
  const texts = repositoryFiles().filter((path) => !/\.(png|gz|pdf|xlsx|woff2?|ttf)$|package-lock\.json$/.test(path))
  const found = texts.flatMap((path) => findSecrets(path, readFileSync(join(root, path), 'utf8')))
  for (const { path, line, kind } of found) console.error(`${path}:${line} ${kind}`)
  process.exitCode = found.length === 0 ? 0 : 1
}
