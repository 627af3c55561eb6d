import { Section } from '../../ui/section.tsx'

/** What we owe others, and what this is not. */
export function AttributionSection() {
  return (
    <Section id="attribution" title="Attribution" summary="What we owe, and what this is not.">
      <div className="prose">
        <p>
          Charts are drawn with TradingView Lightweight Charts™. Copyright (c) 2025 TradingView, Inc.{' '}
          <a href="https://www.tradingview.com/" rel="noreferrer" target="_blank">
            https://www.tradingview.com/
          </a>
          . Apache License 2.0.
        </p>
        <p>
          Sample prices: from the Python package{' '}
          <a href="https://pypi.org/project/skfolio/" rel="noreferrer" target="_blank">
            skfolio
          </a>{' '}
          1.12.2, BSD 3-Clause, Copyright (c) 2023-2026 The skfolio developers. They are for testing and examples: not current,
          and no basis for a decision.
        </p>
        <p className="muted">
          PortoFino computes what would have been. It gives no investment advice, recommends nothing, and the past does not
          promise the future.
        </p>
      </div>
    </Section>
  )
}
