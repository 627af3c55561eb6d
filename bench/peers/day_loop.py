"""A plain pandas simulator, the way it is often written first: one pass over the days, one lookup per leg.

Buys equal weights at the first close, holds, and computes CAGR, Sharpe and maximum drawdown. Written for this benchmark.
Prints one JSON line: the seconds of each counted run and the final value per unit of capital.
"""

import json
import sys
import time

import numpy as np
import pandas as pd


def simulate(prices: pd.DataFrame, capital: float = 100_000.0) -> dict[str, object]:
    weights = {symbol: 1.0 / prices.shape[1] for symbol in prices.columns}
    units = {symbol: capital * weight / prices.iloc[0][symbol] for symbol, weight in weights.items()}
    values = []
    for day in prices.index:
        row = prices.loc[day]
        values.append(sum(units[symbol] * row[symbol] for symbol in prices.columns))
    value = pd.Series(values, index=prices.index)
    returns = value.pct_change().dropna()
    years = (value.index[-1] - value.index[0]).days / 365.25
    return {
        "portfolio_value": values,
        "final": value.iloc[-1] / capital,
        "cagr": (value.iloc[-1] / capital) ** (1 / years) - 1,
        "sharpe": float(returns.mean() / returns.std() * np.sqrt(252)),
        "max_drawdown": float((1 - value / value.cummax()).max()),
    }


def main(path: str, runs: int) -> None:
    prices = pd.read_csv(path, index_col=0, parse_dates=True)
    simulate(prices.iloc[:100])
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        result = simulate(prices)
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "final": result["final"]}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
