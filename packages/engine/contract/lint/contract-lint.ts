import type { LintRule } from '../../base/lint-rule.ts'
import type { Contract } from '../contract.ts'
import { clauseWithoutPage } from './clause-without-page.ts'
import { committeeBeforeReport } from './committee-before-report.ts'
import { contradictoryEarlyTermination } from './contradictory-early-termination.ts'
import { contradictoryRenewal } from './contradictory-renewal.ts'
import { danglingReference } from './dangling-reference.ts'
import { dataActWithoutObject } from './data-act-without-object.ts'
import { duplicateNumber } from './duplicate-number.ts'
import { exitBeforeNotice } from './exit-before-notice.ts'
import { foreignStandard } from './foreign-standard.ts'
import { lateIncidentNotice } from './late-incident-notice.ts'
import { missingDoraItems } from './missing-dora-items.ts'
import { missingGdprItems } from './missing-gdpr-items.ts'
import { noAuditOrSubcontractors } from './no-audit-or-subcontractors.ts'
import { noChangeProcedure } from './no-change-procedure.ts'
import { noRetention } from './no-retention.ts'
import { priceKnownTooLate } from './price-known-too-late.ts'
import { retrievalTooShort } from './retrieval-too-short.ts'
import { surchargeGap } from './surcharge-gap.ts'
import { switchingCharge } from './switching-charge.ts'
import { switchingNoticeTooLong } from './switching-notice-too-long.ts'
import { unlawfulPaymentTerm } from './unlawful-payment-term.ts'
import { unpublishedIndex } from './unpublished-index.ts'
import { unstatedClientStatus } from './unstated-client-status.ts'
import { untransferableAsset } from './untransferable-asset.ts'
import { unusedClausePlace } from './unused-clause-place.ts'

/** The rules that need several chapters, or the head of the contract, by the chapters of the rule book. */
export const contractLint: readonly LintRule<Contract>[] = [
  surchargeGap,
  unlawfulPaymentTerm,
  unpublishedIndex,
  committeeBeforeReport,
  exitBeforeNotice,
  switchingNoticeTooLong,
  retrievalTooShort,
  switchingCharge,
  untransferableAsset,
  dataActWithoutObject,
  contradictoryRenewal,
  priceKnownTooLate,
  contradictoryEarlyTermination,
  noChangeProcedure,
  foreignStandard,
  duplicateNumber,
  unusedClausePlace,
  clauseWithoutPage,
  danglingReference,
  missingGdprItems,
  lateIncidentNotice,
  missingDoraItems,
  noAuditOrSubcontractors,
  noRetention,
  unstatedClientStatus,
]
