"""Public functions, classes and methods of PyPortfolioOpt as a JSON list, for the migration table to be complete."""

import importlib
import inspect
import json
import pkgutil

import pypfopt

names = set()
for module in [importlib.import_module(each.name) for each in pkgutil.walk_packages(pypfopt.__path__, "pypfopt.")]:
    for name, value in inspect.getmembers(module):
        if name.startswith("_") or getattr(value, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(value) or inspect.isclass(value):
            names.add(name)
        if inspect.isclass(value):
            methods = inspect.getmembers(value, lambda each: (getattr(each, "__module__", None) or "").startswith("pypfopt"))
            names |= {each for each, _ in methods if not each.startswith("_")}
print(json.dumps(sorted(names)))
