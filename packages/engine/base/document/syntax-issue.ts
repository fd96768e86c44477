import type { YAMLError } from 'yaml'
import type { Issue } from '../issue.ts'
import { localise } from '../localise.ts'
import type { Localised } from '../message.ts'
import type { Position } from './source-node.ts'

/** A fault of YAML syntax as an issue: `yaml-` and the parser's own code, lower case; `unknown-tag` for a tag. */
export function syntaxIssue(fault: YAMLError, position: Position): Issue {
  return {
    code: fault.code === 'TAG_RESOLVE_FAILED' ? 'unknown-tag' : `yaml-${fault.code.toLowerCase().replaceAll('_', '-')}`,
    place: position,
    message: sentenceOf(fault.code),
    expected: localise('du YAML 1.2 ou du JSON bien formé', 'well-formed YAML 1.2 or JSON'),
  }
}

function sentenceOf(code: YAMLError['code']): Localised {
  switch (code) {
    case 'TAB_AS_INDENT':
      return localise(
        'une tabulation sert ici de retrait : mettez des espaces',
        'a tab is used here as indentation: use spaces',
      )
    case 'BAD_INDENT':
      return localise(
        'le retrait de cette ligne est incorrect, ou un crochet n’est pas refermé plus haut',
        'the indentation of this line is wrong, or a bracket is not closed above',
      )
    case 'MISSING_CHAR':
      return localise(
        'il manque ici un signe : guillemet, crochet, accolade, deux-points ou virgule',
        'a character is missing here: quote, bracket, brace, colon or comma',
      )
    case 'UNEXPECTED_TOKEN':
      return localise('ce signe n’a pas sa place ici', 'this character does not belong here')
    case 'BLOCK_AS_IMPLICIT_KEY':
      return localise(
        'deux clés sur une même ligne : mettez le texte qui contient « : » entre guillemets',
        'two keys on one line: put a text that contains ": " in quotes',
      )
    case 'BLOCK_IN_FLOW':
      return localise(
        'un bloc en retrait ne peut pas se trouver entre crochets ou accolades',
        'an indented block cannot stand within brackets or braces',
      )
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return localise(
        'une clé tient sur une ligne et en moins de 1024 caractères ; manque-t-il un deux-points ?',
        'a key fits on one line and in less than 1024 characters; is a colon missing?',
      )
    case 'BAD_SCALAR_START':
      return localise(
        'un texte ne peut pas commencer par ce signe : mettez-le entre guillemets',
        'a text cannot start with this character: put it in quotes',
      )
    case 'BAD_DQ_ESCAPE':
      return localise(
        'cette séquence « \\ » n’existe pas entre guillemets doubles',
        'this backslash sequence does not exist within double quotes',
      )
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
    case 'BAD_COLLECTION_TYPE':
      return localise(
        'cette étiquette (« ! ») n’est pas acceptée : retirez-la',
        'this tag ("!") is not accepted: remove it',
      )
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return localise('cette ancre ou cet alias est mal formé', 'this anchor or alias is malformed')
    case 'BAD_DIRECTIVE':
      return localise('cette directive « % » n’est pas acceptée', 'this "%" directive is not accepted')
    case 'BAD_PROP_ORDER':
      return localise(
        'les ancres et les étiquettes se placent avant la valeur',
        'anchors and tags stand before the value',
      )
    case 'MULTIPLE_DOCS':
      return localise('un fichier ne contient qu’un document', 'a file holds one document only')
    case 'DUPLICATE_KEY':
      return localise('cette clé figure deux fois', 'this key stands twice')
    case 'NON_STRING_KEY':
      return localise('une clé est un texte', 'a key is a text')
    case 'RESOURCE_EXHAUSTION':
      return localise('ce document est trop lourd à lire', 'this document is too heavy to read')
    case 'IMPOSSIBLE':
      return localise('ce texte n’est pas du YAML', 'this text is no YAML')
  }
}
