"""Solves portfolio problems, one JSON document per line, with Clarabel through cvxpy; prints weights or the status, one line each."""
import json
import sys

import cvxpy as cp
import numpy as np

TIGHT = dict(tol_gap_abs=1e-14, tol_gap_rel=1e-14, tol_feas=1e-14, max_iter=500)


def limits(p, w, scale=1.0):
    """The limits on w, each multiplied by `scale`."""
    held = [w >= scale * np.array(p["lower"]), w <= scale * np.array(p["upper"])]
    budget = p["budget"]
    if budget["min"] == budget["max"]:
        held.append(cp.sum(w) == scale * budget["min"])
    else:
        held += [cp.sum(w) >= scale * budget["min"], cp.sum(w) <= scale * budget["max"]]
    for group in p["groups"]:
        total = cp.sum(w[group["members"]])
        if "lower" in group:
            held.append(total >= scale * group["lower"])
        if "upper" in group:
            held.append(total <= scale * group["upper"])
    return held


def solve(p):
    mu, sigma = np.array(p["mu"]), np.array(p["sigma"])
    root = np.linalg.cholesky(sigma).T
    w = cp.Variable(len(mu))
    held = limits(p, w)
    risk = cp.sum_squares(root @ w)
    penalty = p["l2"] * cp.sum_squares(w)
    cost = p["rate"] * cp.norm1(w - np.array(p["from"]))
    kind, target = p["objective"], p["target"]
    if kind == "min_volatility":
        problem = cp.Problem(cp.Minimize(risk + penalty + cost), held)
    elif kind == "max_utility":
        problem = cp.Problem(cp.Minimize(target / 2 * risk + penalty + cost - mu @ w), held)
    elif kind == "efficient_return":
        problem = cp.Problem(cp.Minimize(risk + penalty + cost), held + [mu @ w >= target])
    elif kind == "efficient_risk":
        problem = cp.Problem(cp.Maximize(mu @ w - cost - penalty), held + [cp.norm2(root @ w) <= target])
    elif kind == "min_tracking_error":
        problem = cp.Problem(cp.Minimize(cp.sum_squares(root @ (w - np.array(p["benchmark"])))), held)
    else:
        size = cp.Variable(nonneg=True)
        net = mu @ w - target * size - p["rate"] * cp.norm1(w - size * np.array(p["from"]))
        problem = cp.Problem(cp.Minimize(risk + penalty), limits(p, w, size) + [net >= 1])
        problem.solve(solver=cp.CLARABEL, **TIGHT)
        return None if w.value is None or not size.value > 0 else (w.value / size.value).tolist()
    problem.solve(solver=cp.CLARABEL, **TIGHT)
    return None if w.value is None else w.value.tolist()


for line in sys.stdin:
    try:
        print(json.dumps({"weights": solve(json.loads(line))}), flush=True)
    except cp.error.SolverError as error:
        print(json.dumps({"weights": None, "error": str(error)}), flush=True)
