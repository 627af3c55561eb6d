import type { WriteSheet } from 'hucre'
import type { SheetPlan } from './sheet-plan.ts'

/** Characters across an A4 page at full size. */
const pageWidth = { portrait: 90, landscape: 135 }

/** A4, shrunk to its width where needed, with page numbers; `onOnePage` to its height too. */
export function printSetup({
  orientation = 'landscape',
  widths,
  isOnOnePage = false,
}: SheetPlan): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const isWide = widths.reduce((sum, width) => sum + width, 0) > pageWidth[orientation]
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation,
      ...(isWide || isOnOnePage ? { fitToPage: true, fitToWidth: 1, fitToHeight: isOnOnePage ? 1 : 0 } : {}),
      horizontalCentered: isOnOnePage,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&8PortoFino&C&8&A&R&8&P / &N' },
  }
}
