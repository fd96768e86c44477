import { readFileSync } from 'node:fs'
import { join, matchesGlob, posix } from 'node:path'
import { root } from './read-project.ts'
import { repositoryFiles } from './repository-files.ts'

/** A path that a document cites and that does not exist. */
export type BrokenReference = { readonly document: string; readonly line: number; readonly cited: string }

/** Checks every relative link, and every path in backticks, of a Markdown text against the paths of the repository. */
export function brokenReferences(
  document: string,
  text: string,
  paths: ReadonlySet<string>,
): readonly BrokenReference[] {
  return text.split('\n').flatMap((content, index) => {
    const links = [...content.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => (target ?? '').replace(/#.*$/, ''))
    const spans = [...content.matchAll(/`([^`]+)`/g)].map(([, span]) => span ?? '')
    const broken = [
      ...links.filter((link) => isRelative(link) && !exists(posix.join(posix.dirname(document), link), paths)),
      ...spans.filter((span) => isPath(span, paths) && !isCitedRightly(document, span, paths)),
    ]
    return broken.map((cited) => ({ document, line: index + 1, cited }))
  })
}

function isRelative(link: string): boolean {
  return link !== '' && !/^[a-z]+:/i.test(link)
}

const generated = /^(out|node_modules|packages\/engine\/dist|coverage)(\/|$)/

/** Looks like a path of this repository: not a package, a URL, a folder outside, or something a command writes. */
function isPath(span: string, paths: ReadonlySet<string>): boolean {
  if (!/^[\w.*-]+(\/[\w.*-]+)*\/?$/.test(span) || span.startsWith('..') || generated.test(span)) return false
  const first = span.split('/')[0] ?? ''
  const ends = /\.(md|ts|js|json|yaml|grit)$/.test(span)
  return span.includes('/') ? ends || exists(first, paths) : /^[A-Z_]+\.md$|^[a-z.-]+\.ts$/.test(span)
}

function isCitedRightly(document: string, span: string, paths: ReadonlySet<string>): boolean {
  const path = span.replace(/\/$/, '')
  return [path, posix.join(posix.dirname(document), path), `**/${path}`].some((one) => exists(one, paths))
}

function exists(path: string, paths: ReadonlySet<string>): boolean {
  const plain = path.replace(/\/$/, '')
  return paths.has(plain) || (plain.includes('*') && [...paths].some((one) => matchesGlob(one, plain)))
}

/** Every file and folder of the repository, and every document among them. */
export function readDocuments(): {
  readonly paths: ReadonlySet<string>
  readonly documents: ReadonlyMap<string, string>
} {
  const files = repositoryFiles()
  const paths = files.flatMap((file) => [file, ...foldersOf(file)])
  const documents = files.filter((path) => path.endsWith('.md'))
  return {
    paths: new Set(paths),
    documents: new Map(documents.map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  }
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
