import { describe, expect, test } from 'vitest'
import { findSecrets } from './secrets.ts'

const letters = 'abcdefghij0123456789ABCDEFGHIJ0123456789'

describe('credentials in committed texts', () => {
  test.each([
    ['private key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
    ['cloud access key', `id = AKIA${'ABCDEFGH12345678'}`],
    ['repository token', `ghp${'_'}${letters}`],
    ['registry token', `//registry.example.org/:_auth${'Token'}=abc`],
    ['chat token', `xoxb${'-'}${letters}`],
    ['service key', `sk_live${'_'}${letters}`],
    ['signed token', `ey${'J'}${letters}.ey${'J'}${letters}.${letters}`],
    ['password in a URL', `postgres://vigie:${'secret'}@example.org/db`],
  ])('a %s is reported with its line', (kind, planted) => {
    expect(findSecrets('a.env', `first\n${planted}`)).toEqual([{ path: 'a.env', line: 2, kind }])
  })

  test.each([
    ['an integrity hash', `"integrity": "sha512-${letters}=="`],
    ['a URL with a port', 'http://localhost:3000/path@2'],
    ['a setting read from the environment', `_auth${'Token'}=\${NPM_TOKEN}`],
    ['a word', 'the task_live_list'],
  ])('%s is none', (_, text) => {
    expect(findSecrets('a.ts', text)).toEqual([])
  })
})
