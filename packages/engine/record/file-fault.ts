import { nearestWord } from '../base/document/nearest-word.ts'
import type { Issue } from '../base/issue.ts'
import { localise } from '../base/localise.ts'
import type { Localised } from '../base/message.ts'
import type { CsvFault, RowFault } from './csv-scanner.ts'
import type { JsonFileFault, JsonLineFault } from './json-line-scanner.ts'

/** A fault after which nothing of the file counts, as the scanners name it. */
export function scanIssue(fault: CsvFault | JsonFileFault, line: number): Issue {
  return { code: fault, place: { line }, ...scanSentence(fault) }
}

export function emptyFile(): Issue {
  return {
    code: 'empty-file',
    place: { line: 1 },
    message: localise('le fichier est vide', 'the file is empty'),
    expected: localise(
      'une ligne d’en-tête CSV, ou un objet JSON par ligne',
      'a CSV header line, or one JSON object a line',
    ),
  }
}

export function jsonArray(line: number): Issue {
  return {
    code: 'json-array',
    place: { line },
    message: localise('le fichier est un tableau JSON', 'the file is a JSON array'),
    expected: localise(
      'JSON Lines : un objet par ligne, sans tableau autour',
      'JSON Lines: one object a line, no array around them',
    ),
  }
}

export function wrongDelimiter(line: number, expected: string, found: string): Issue {
  return {
    code: 'wrong-delimiter',
    place: { line },
    message: localise(
      `les colonnes de l’en-tête sont séparées par ${nameOf(found, 'fr')}`,
      `the columns of the header are separated by ${nameOf(found, 'en')}`,
    ),
    expected: localise(`séparées par ${nameOf(expected, 'fr')}`, `separated by ${nameOf(expected, 'en')}`),
  }
}

export function noHeader(line: number, required: readonly string[]): Issue {
  return {
    code: 'no-header',
    place: { line },
    message: localise(
      'la première ligne n’est pas un en-tête : aucune des colonnes attendues n’y figure',
      'the first line is no header: none of the expected columns is in it',
    ),
    expected: localise(
      `une ligne d’en-tête avec ${listed(required, 'fr')}`,
      `a header line with ${listed(required, 'en')}`,
    ),
  }
}

export function missingColumns(line: number, missing: readonly string[], header: readonly string[]): Issue {
  const meant = missing.flatMap((name) => {
    const near = nearestWord(name, header)
    return near === undefined ? [] : [`« ${near} » → « ${name} »`]
  })
  return {
    code: 'missing-column',
    place: { line },
    message: localise(
      `il manque à l’en-tête ${missing.length > 1 ? 'les colonnes' : 'la colonne'} ${listed(missing, 'fr')}`,
      `the header lacks the column${missing.length > 1 ? 's' : ''} ${listed(missing, 'en')}`,
    ),
    ...(meant.length === 0
      ? {}
      : {
          expected: localise(
            `à renommer peut-être : ${meant.join(', ')}`,
            `to be renamed perhaps: ${meant.join(', ').replaceAll('« ', '"').replaceAll(' »', '"')}`,
          ),
        }),
  }
}

export function duplicateColumn(line: number, column: number, name: string): Issue {
  return {
    code: 'duplicate-column',
    place: { line, column },
    message: localise(
      `la colonne « ${name} » figure deux fois dans l’en-tête`,
      `the column "${name}" is twice in the header`,
    ),
  }
}

export function tooManyColumns(line: number, most: number): Issue {
  return {
    code: 'too-many-columns',
    place: { line },
    message: localise(`l’en-tête a plus de ${most} colonnes`, `the header has more than ${most} columns`),
  }
}

/** Why one row is not taken, whatever it says. */
export function rowSentence(fault: RowFault | JsonLineFault): Localised {
  switch (fault) {
    case 'text-after-quote':
      return localise(
        'du texte suit le guillemet fermant d’un champ ; un guillemet à l’intérieur se double',
        'text follows the closing quote of a field; a quote inside is doubled',
      )
    case 'quote-in-field':
      return localise(
        'un guillemet se trouve dans un champ sans guillemets autour (RFC 4180)',
        'a quote stands in a field that is not quoted (RFC 4180)',
      )
    case 'not-json':
      return localise('la ligne n’est pas du JSON', 'the line is not JSON')
    case 'not-an-object':
      return localise('la ligne n’est pas un objet JSON', 'the line is not a JSON object')
    case 'nested-value':
      return localise(
        'une valeur est une liste ou un objet ; un texte, un nombre ou un booléen est attendu',
        'a value is a list or an object; a text, a number or a boolean is expected',
      )
    case 'duplicate-key':
      return localise('une clé figure deux fois dans l’objet', 'a key is twice in the object')
  }
}

export function fieldCount(found: number, expected: number): Localised {
  return localise(
    `la ligne a ${found} champ${found > 1 ? 's' : ''} et l’en-tête en a ${expected}`,
    `the row has ${found} field${found > 1 ? 's' : ''} and the header has ${expected}`,
  )
}

function scanSentence(fault: CsvFault | JsonFileFault): Pick<Issue, 'message' | 'expected'> {
  switch (fault) {
    case 'binary':
      return {
        message: localise(
          'le fichier est binaire : il contient un octet nul',
          'the file is binary: it holds a null byte',
        ),
        expected: localise('du texte CSV ou JSON Lines en UTF-8', 'CSV or JSON Lines text in UTF-8'),
      }
    case 'not-utf-8':
      return {
        message: localise('le texte n’est pas en UTF-8 à cette ligne', 'the text is not UTF-8 on this line'),
        expected: localise('un fichier enregistré en UTF-8', 'a file saved as UTF-8'),
      }
    case 'field-too-long':
      return {
        message: localise(
          'un champ dépasse 1 Mo ; un guillemet ouvert n’est peut-être jamais refermé',
          'a field is over 1 MB; perhaps a quote is opened and never closed',
        ),
      }
    case 'line-too-long':
      return { message: localise('la ligne dépasse 1 Mo', 'the line is over 1 MB') }
    case 'unterminated-quote':
      return {
        message: localise(
          'le guillemet ouvert à cette ligne n’est jamais refermé',
          'the quote opened on this line is never closed',
        ),
      }
  }
}

function nameOf(delimiter: string, language: 'fr' | 'en'): string {
  const names: Readonly<Record<string, { fr: string; en: string }>> = {
    ',': { fr: 'des virgules', en: 'commas' },
    ';': { fr: 'des points-virgules', en: 'semicolons' },
    '\t': { fr: 'des tabulations', en: 'tabs' },
    '|': { fr: 'des barres verticales', en: 'vertical bars' },
  }
  return names[delimiter]?.[language] ?? (language === 'fr' ? `« ${delimiter} »` : `"${delimiter}"`)
}

function listed(names: readonly string[], language: 'fr' | 'en'): string {
  return names.map((name) => (language === 'fr' ? `« ${name} »` : `"${name}"`)).join(', ')
}
