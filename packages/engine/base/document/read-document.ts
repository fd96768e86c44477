import { Composer, type CST, type Document, Lexer, LineCounter, type ParsedNode, Parser, type YAMLError } from 'yaml'
import type { Issue } from '../issue.ts'
import { localise } from '../localise.ts'
import { buildTree } from './build-tree.ts'
import type { DocumentReading, Position } from './source-node.ts'
import { syntaxIssue } from './syntax-issue.ts'

/** Largest text, in UTF-16 units; a contract of a thousand clauses is a tenth of it. */
export const MAX_TEXT = 5_000_000
/** Deepest nesting; the format itself needs about ten levels. */
export const MAX_DEPTH = 100
/** Most tokens of YAML; a contract of twenty times the usual size has half of it. */
export const MAX_TOKENS = 250_000
const MAX_SYNTAX_ISSUES = 20

/**
 * Reads one YAML 1.2 document (core schema; JSON is a part of it) into a located tree. Refused, each with its place:
 * what is no text, more than one document, tags of other schemas, merge keys, words that YAML 1.1 reads as booleans,
 * numbers that are no plain decimals, a key twice, nesting or aliases that explode. Never throws, never hangs.
 */
export function readDocument(source: string, file?: string): DocumentReading {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const lines = new LineCounter()
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { ...(file === undefined ? {} : { file }), line: Math.max(1, line), column: Math.max(1, col) }
  }
  const textIssue = checkText(text)
  if (textIssue)
    return refused([{ ...textIssue, place: { ...(file === undefined ? {} : { file }), line: 1, column: 1 } }])

  const tokens = tokenise(text, lines)
  if (tokens.stoppedAt !== undefined) {
    const position = positionAt(tokens.stoppedAt)
    return refused([tokens.deep ? tooDeep(position) : tooManyTokens(position)])
  }

  const options = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false } as const
  const documents = [...new Composer(options).compose(tokens.tokens, true, text.length)]
  const [document, second] = documents
  if (document === undefined) return refused([emptyDocument(positionAt(0))])
  if (second !== undefined) return refused([severalDocuments(positionAt(startOf(second)))])

  const faults = firstKind([...document.errors, ...document.warnings])
  if (faults.length > 0) return refused(faults.map((fault) => syntaxIssue(fault, positionAt(fault.pos[0]))))
  if (document.directives.yaml.explicit && document.directives.yaml.version !== '1.2')
    return refused([otherYaml(positionAt(0))])
  if (document.contents === null) return refused([emptyDocument(positionAt(0))])
  return buildTree(document.contents, positionAt)
}

function refused(issues: readonly Issue[]): DocumentReading {
  return { ok: false, issues }
}

/** What follows a fault of syntax is often its echo: only those of the first one's kind are told. */
function firstKind<Fault extends YAMLError>(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ code }) => code === faults[0]?.code).slice(0, MAX_SYNTAX_ISSUES)
}

function startOf(document: Document.Parsed<ParsedNode>): number {
  return document.contents?.range[0] ?? document.range[0]
}

/** The parser's own stack tells the depth, and the count of tokens the weight, before anything recursive runs. */
function tokenise(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  let count = 0
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    const deep = parser.stack.length > MAX_DEPTH
    if (deep || ++count > MAX_TOKENS) return { tokens, deep, stoppedAt: parser.offset }
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens, deep: false, stoppedAt: undefined }
}

function checkText(text: string): Omit<Issue, 'place'> | undefined {
  if (text.length > MAX_TEXT) {
    return {
      code: 'too-large',
      message: localise(
        `le fichier est trop grand : plus de ${MAX_TEXT / 1e6} millions de caractères`,
        `the file is too large: more than ${MAX_TEXT / 1e6} million characters`,
      ),
      expected: localise('un contrat, sans données', 'a contract, without data'),
    }
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is how a binary file shows
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text)) {
    return {
      code: 'not-text',
      message: localise('ce fichier est binaire, ce n’est pas du texte', 'this file is binary, it is no text'),
      expected: localise('un texte YAML ou JSON en UTF-8', 'YAML or JSON text in UTF-8'),
    }
  }
  return undefined
}

function tooDeep(position: Position): Issue {
  return {
    code: 'too-deep',
    place: position,
    message: localise(
      `imbrication trop profonde : plus de ${MAX_DEPTH} niveaux`,
      `nesting too deep: more than ${MAX_DEPTH} levels`,
    ),
    expected: localise('une dizaine de niveaux', 'about ten levels'),
  }
}

function tooManyTokens(position: Position): Issue {
  return {
    code: 'too-many-values',
    place: position,
    message: localise(
      `ce document est trop lourd : plus de ${MAX_TOKENS} éléments de YAML avant ce point`,
      `this document is too heavy: more than ${MAX_TOKENS} tokens of YAML before this point`,
    ),
    expected: localise('un contrat, sans données', 'a contract, without data'),
  }
}

function emptyDocument(position: Position): Issue {
  return {
    code: 'empty-document',
    place: position,
    message: localise('le fichier est vide', 'the file is empty'),
    expected: localise('un document YAML ou JSON', 'a YAML or JSON document'),
  }
}

function severalDocuments(position: Position): Issue {
  return {
    code: 'several-documents',
    place: position,
    message: localise(
      'un second document commence ici : un fichier n’en contient qu’un',
      'a second document starts here: a file holds one only',
    ),
    expected: localise('un seul document par fichier', 'one document a file'),
  }
}

function otherYaml(position: Position): Issue {
  return {
    code: 'other-yaml-version',
    place: position,
    message: localise('ce fichier se dit d’une autre version de YAML', 'this file declares another version of YAML'),
    expected: localise('YAML 1.2 : retirez la ligne %YAML', 'YAML 1.2: remove the %YAML line'),
  }
}
