import type { Command } from '../command.ts'
import { importLog } from './import.ts'
import { lintContract } from './lint.ts'
import { measure } from './measure.ts'
import { report } from './report.ts'
import { simulateYear } from './simulate.ts'
import { time } from './time.ts'

/** Every command of `vigie`, in the order of the help. */
export const commands: readonly Command[] = [lintContract, time, importLog, measure, report, simulateYear]
