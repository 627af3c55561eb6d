"""Times one task of a peer on the numbers of a file, and prints one JSON line.

optimizer_peers.py TASK FILE ASSETS RUNS: the file holds float64 values: expected returns and covariance, or returns by rows.
Prints the seconds of each counted run, the versions, and weights to judge the solution by.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"

import json
import sys
import time
import warnings
from importlib.metadata import version

import numpy as np

warnings.filterwarnings("ignore")


def frontier(values: np.ndarray, n: int):
    from cvxcla import CLA

    mean, covariance = values[:n], values[n:].reshape(n, n)
    box = {"lower_bounds": np.zeros(n), "upper_bounds": np.ones(n), "a": np.ones((1, n)), "b": np.ones(1)}
    small = {"lower_bounds": np.zeros(3), "upper_bounds": np.ones(3), "a": np.ones((1, 3)), "b": np.ones(1)}
    CLA(mean=mean[:3], covariance=covariance[:3, :3], **small)  # pays imports

    def run():
        return CLA(mean=mean, covariance=covariance, **box)

    def points(traced):
        finite = [point for point in traced.turning_points if np.isfinite(point.lamb)]
        chosen = finite[:: max(1, len(finite) // 8)]
        return [{"lambda": float(point.lamb), "weights": point.weights.tolist()} for point in chosen]

    return run, points, "cvxcla"


def objective(name: str):
    def prepare(values: np.ndarray, n: int):
        from pypfopt import EfficientFrontier

        mean, covariance = values[:n], values[n:].reshape(n, n)

        def run():
            problem = EfficientFrontier(mean, covariance)
            if name == "max_sharpe":
                problem.max_sharpe(risk_free_rate=0.02)
            else:
                problem.min_volatility()
            return problem.weights

        run()
        return run, lambda weights: [{"weights": np.asarray(weights).tolist()}], "pyportfolioopt"

    return prepare


def skfolio(name: str):
    def prepare(values: np.ndarray, n: int):
        from skfolio.optimization import MeanRisk, ObjectiveFunction

        returns = values.reshape(-1, n)
        goal = ObjectiveFunction.MAXIMIZE_RATIO if name == "max_sharpe" else ObjectiveFunction.MINIMIZE_RISK

        def run():
            # Rates are per day here, as the returns are.
            model = MeanRisk(objective_function=goal, risk_free_rate=0.02 / 252)
            return model.fit(returns).weights_

        run()
        return run, lambda weights: [{"weights": weights.tolist()}], "skfolio"

    return prepare


def covariance(values: np.ndarray, n: int):
    returns = values.reshape(-1, n)
    return lambda: np.cov(returns, rowvar=False), lambda found: [{"weights": (found[0] * 252).tolist()}], "numpy"


def hrp(values: np.ndarray, n: int):
    import pandas as pd
    from pypfopt import HRPOpt

    returns = pd.DataFrame(values.reshape(-1, n))

    def run():
        weights = HRPOpt(returns).optimize()
        return [weights[asset] for asset in range(n)]

    run()
    return run, lambda weights: [{"weights": [float(weight) for weight in weights]}], "pyportfolioopt"


def walk(values: np.ndarray, n: int):
    import pandas as pd
    from pypfopt import EfficientFrontier, expected_returns, risk_models

    returns = pd.DataFrame(values.reshape(-1, n))
    starts = range(0, len(returns) - 252, 21)

    def at(start: int):
        window = returns.iloc[start : start + 252]
        mean = expected_returns.mean_historical_return(window, returns_data=True, compounding=False)
        problem = EfficientFrontier(mean, risk_models.sample_cov(window, returns_data=True))
        problem.max_sharpe(risk_free_rate=0.0)
        return problem.weights

    def run():
        return [at(start) for start in starts]

    return run, lambda found: [{"weights": np.asarray(weights).tolist()} for weights in found], "pyportfolioopt"


tasks = {
    "frontier": frontier,
    "max_sharpe": objective("max_sharpe"),
    "min_volatility": objective("min_volatility"),
    "skfolio_max_sharpe": skfolio("max_sharpe"),
    "skfolio_min_volatility": skfolio("min_volatility"),
    "covariance": covariance,
    "hrp": hrp,
    "walk": walk,
}


def main(task: str, path: str, n: int, runs: int) -> None:
    run, solutions, package = tasks[task](np.fromfile(path), n)
    seconds, found = [], None
    for _ in range(runs):
        start = time.perf_counter()
        found = run()
        seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "peer": f"{package} {version(package)}", "solutions": solutions(found)}))


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
