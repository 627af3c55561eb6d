"""Times bt on a CSV of closes: equal weights, rebalanced monthly or daily, with costs on traded value.

Prints one JSON line: the seconds of each counted run and the final value per unit of capital.
"""

import json
import sys
import time

import bt
import pandas as pd


def backtest(prices: pd.DataFrame, rule: str, cost: float) -> bt.Backtest:
    when = bt.algos.RunMonthly(run_on_first_date=True, run_on_end_of_period=True) if rule == "monthly" else bt.algos.RunDaily()
    strategy = bt.Strategy(rule, [when, bt.algos.SelectAll(), bt.algos.WeighEqually(), bt.algos.Rebalance()])
    return bt.Backtest(
        strategy,
        prices,
        initial_capital=100_000.0,
        commissions=lambda quantity, price: abs(quantity) * price * cost,
        integer_positions=False,
        progress_bar=False,
    )


def main(path: str, rule: str, cost: float, runs: int) -> None:
    prices = pd.read_csv(path, index_col=0, parse_dates=True)
    bt.run(backtest(prices.iloc[:300], rule, cost))  # pays imports and compilation
    seconds = []
    for _ in range(runs):
        test = backtest(prices, rule, cost)
        start = time.perf_counter()
        test.run()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "final": float(test.strategy.values.iloc[-1]) / 100_000.0}))


main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]))
