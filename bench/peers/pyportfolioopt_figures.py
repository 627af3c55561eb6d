"""What PyPortfolioOpt makes of one set of prices: each call that the migration table has a counterpart for, by name.

Reads the JSON that bench/src/pyportfolioopt writes; prints one JSON document of lists of numbers.
"""

import json
import sys
import warnings

import cvxpy as cp
import numpy as np
import pandas as pd
from pypfopt import black_litterman, expected_returns, objective_functions, risk_models
from pypfopt import BlackLittermanModel, CLA, DiscreteAllocation, EfficientFrontier, HRPOpt

warnings.filterwarnings("ignore")


def numbers(values) -> list[float]:
    return [float(value) for value in np.asarray(values, dtype=float).ravel()]


def weights(found: dict) -> list[float]:
    return [float(found[asset]) for asset in assets]


def frontier(bounds=(0, 1)) -> EfficientFrontier:
    # Tolerances far below the default, which leaves weights uncertain in the fourth digit.
    exact = {"tol_gap_abs": 1e-14, "tol_gap_rel": 1e-14, "tol_feas": 1e-13}
    return EfficientFrontier(mu, sigma, weight_bounds=bounds, solver="CLARABEL", solver_options=exact)


def with_objective(objective, **arguments) -> EfficientFrontier:
    found = frontier()
    found.add_objective(objective, **arguments)
    return found


def with_sectors() -> EfficientFrontier:
    found = frontier()
    found.add_sector_constraints(given["sectors"], given["sector_lower"], given["sector_upper"])
    return found


def with_row() -> EfficientFrontier:
    found = frontier()
    coefficients = np.array(given["row"])
    found.add_constraint(lambda w: coefficients @ w <= given["row_upper"])
    return found


def allocated(method: str) -> list[float]:
    latest = pd.Series(prices.iloc[-1].to_dict())
    made = DiscreteAllocation(dict(zip(assets, given["target"])), latest, total_portfolio_value=given["value"])
    shares, leftover = getattr(made, method)()
    return [float(shares.get(asset, 0)) for asset in assets] + [float(leftover)]


given = json.load(open(sys.argv[1]))
assets = given["assets"]
prices = pd.DataFrame(given["prices"], columns=assets, dtype=float)
gaps = pd.DataFrame(given["gaps"], columns=assets, dtype=float)
market = pd.DataFrame(given["market"], columns=["mkt"], dtype=float)
returns = expected_returns.returns_from_prices(prices)
shrinkage = risk_models.CovarianceShrinkage(prices)
shrinkage_of_gaps = risk_models.CovarianceShrinkage(gaps)

mu = expected_returns.mean_historical_return(prices)
sigma = risk_models.sample_cov(prices)
market_weights = pd.Series(given["market_weights"], index=assets)
prior = black_litterman.market_implied_prior_returns(market_weights, 2.5, sigma, risk_free_rate=0.02)
pick, said = np.array(given["pick"]), np.array(given["said"])
views = BlackLittermanModel(sigma, pi=prior, P=pick, Q=said)
confident = BlackLittermanModel(
    sigma, pi=prior, P=pick, Q=said, omega="idzorek", view_confidences=given["confidences"]
)
target = np.array(given["target"])
neutral = frontier((-1, 1)).max_quadratic_utility(risk_aversion=5, market_neutral=True)

print(
    json.dumps(
        {
            "returns_from_prices": numbers(returns),
            "mean_historical_return": numbers(mu),
            "mean_historical_return, arithmetic": numbers(expected_returns.mean_historical_return(prices, compounding=False)),
            "mean_historical_return, arithmetic, log returns": numbers(
                expected_returns.mean_historical_return(prices, compounding=False, log_returns=True)
            ),
            "mean_historical_return with gaps": numbers(expected_returns.mean_historical_return(gaps)),
            "ema_historical_return": numbers(expected_returns.ema_historical_return(prices)),
            "ema_historical_return with gaps": numbers(expected_returns.ema_historical_return(gaps, compounding=False)),
            "capm_return": numbers(expected_returns.capm_return(prices, market_prices=market, risk_free_rate=0.02)),
            "capm_return without a market": numbers(expected_returns.capm_return(prices, compounding=False)),
            "sample_cov": numbers(sigma),
            "sample_cov with gaps": numbers(risk_models.sample_cov(gaps)),
            "exp_cov": numbers(risk_models.exp_cov(prices)),
            "exp_cov with gaps": numbers(risk_models.exp_cov(gaps)),
            "ledoit_wolf, constant_variance": numbers(shrinkage.ledoit_wolf()),
            "ledoit_wolf, single_factor": numbers(shrinkage.ledoit_wolf("single_factor")),
            "ledoit_wolf, constant_correlation": numbers(shrinkage.ledoit_wolf("constant_correlation")),
            "ledoit_wolf, constant_variance with gaps": numbers(shrinkage_of_gaps.ledoit_wolf()),
            "ledoit_wolf, constant_correlation with gaps": numbers(shrinkage_of_gaps.ledoit_wolf("constant_correlation")),
            "oracle_approximating": numbers(shrinkage.oracle_approximating()),
            "fix_nonpositive_semidefinite, spectral": numbers(
                risk_models.fix_nonpositive_semidefinite(np.array(given["indefinite"]), "spectral")
            ),
            "market_implied_risk_aversion": [
                float(black_litterman.market_implied_risk_aversion(market["mkt"], risk_free_rate=0.02))
            ],
            "market_implied_prior_returns": numbers(prior),
            "bl_returns": numbers(views.bl_returns()),
            "bl_cov": numbers(views.bl_cov()),
            "bl_weights": weights(views.bl_weights()),
            "bl_returns, idzorek": numbers(confident.bl_returns()),
            "bl_cov, idzorek": numbers(confident.bl_cov()),
            "HRPOpt.optimize": weights(HRPOpt(returns).optimize()),
            "HRPOpt.optimize, ward": weights(HRPOpt(returns).optimize("ward")),
            "min_volatility": weights(frontier().min_volatility()),
            "min_volatility, sectors": weights(with_sectors().min_volatility()),
            "max_sharpe": weights(frontier().max_sharpe(risk_free_rate=0.02)),
            "max_sharpe, weight_bounds": weights(frontier((-0.1, 0.25)).max_sharpe(risk_free_rate=0.02)),
            "max_sharpe, sectors": weights(with_sectors().max_sharpe(risk_free_rate=0.02)),
            "max_sharpe, add_constraint": weights(with_row().max_sharpe(risk_free_rate=0.02)),
            "max_quadratic_utility": weights(frontier().max_quadratic_utility(risk_aversion=5)),
            "max_quadratic_utility, market_neutral": weights(neutral),
            "efficient_risk": weights(frontier().efficient_risk(0.18)),
            "efficient_return": weights(frontier().efficient_return(0.15)),
            "min_volatility, L2_reg": weights(with_objective(objective_functions.L2_reg, gamma=0.1).min_volatility()),
            "efficient_risk, L2_reg": weights(with_objective(objective_functions.L2_reg, gamma=0.1).efficient_risk(0.18)),
            "min_volatility, transaction_cost": weights(
                with_objective(objective_functions.transaction_cost, w_prev=target, k=0.01).min_volatility()
            ),
            "ex_ante_tracking_error": weights(
                frontier((0, 0.1)).convex_objective(
                    lambda w: cp.quad_form(w - market_weights.values, sigma.values, assume_PSD=True)
                )
            ),
            "CLA.min_volatility": weights(CLA(mu, sigma).min_volatility()),
            "CLA.max_sharpe": weights(CLA(mu, sigma).max_sharpe()),
            "greedy_portfolio": allocated("greedy_portfolio"),
            "lp_portfolio": allocated("lp_portfolio"),
        }
    )
)
