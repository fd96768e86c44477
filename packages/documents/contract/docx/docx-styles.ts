import type { Language } from '@vigie/engine'
import { AlignmentType, type IStylesOptions, LevelFormat } from 'docx'

export const COLOURS = {
  ink: '141D2B',
  quiet: '465364',
  faint: '5C6878',
  line: 'C9D0DA',
  action: '1F4FA3',
  wash: 'F5F6F8',
}

/** A font whose widths Word and its peers share, so that pages fall alike. */
const FONT = 'Calibri'

/** Named styles of the document, in its language. */
export function docxStyles(language: Language): IStylesOptions {
  const heading = (size: number, before: number, after: number, color: string) => ({
    run: { size, bold: true, color, font: FONT },
    paragraph: { spacing: { before, after }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: COLOURS.ink, language: { value: language === 'fr' ? 'fr-FR' : 'en-GB' } },
        paragraph: { spacing: { after: 110, line: 264 } },
      },
      title: {
        run: { size: 52, bold: true, color: COLOURS.action, font: FONT },
        paragraph: { spacing: { before: 2400, after: 200 } },
      },
      heading1: heading(34, 480, 160, COLOURS.action),
      heading2: heading(26, 320, 100, COLOURS.ink),
      heading3: heading(22, 220, 60, COLOURS.ink),
      hyperlink: { run: { color: COLOURS.action, underline: { type: 'none' } } },
    },
    paragraphStyles: [
      { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { color: COLOURS.quiet } },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 18 },
        paragraph: { spacing: { before: 30, after: 30, line: 240 } },
      },
      {
        id: 'ContentsTitle',
        name: 'Contents Title',
        basedOn: 'Normal',
        run: { size: 34, bold: true, color: COLOURS.action },
        paragraph: { spacing: { after: 160 } },
      },
      {
        id: 'Small',
        name: 'Small',
        basedOn: 'Normal',
        run: { size: 16, color: COLOURS.faint },
        paragraph: { spacing: { after: 0 } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: 18, bold: true, color: COLOURS.quiet },
        paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
      },
    ],
    characterStyles: [{ id: 'Code', name: 'Code', run: { color: COLOURS.quiet, size: 18 } }],
  }
}

export const BULLETS = {
  config: [
    {
      reference: 'items',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 460, hanging: 260 } } },
        },
      ],
    },
  ],
}
