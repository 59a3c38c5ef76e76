"""Prints as JSON what junitparser finds in a report of JUnit: counts, and of each suite its properties and cases."""

import json
import sys

from junitparser import JUnitXml

report = JUnitXml.fromfile(sys.argv[1])
print(json.dumps({
    "counts": [report.tests, report.failures, report.errors, report.skipped],
    "suites": [{
        "name": suite.name,
        "counts": [suite.tests, suite.failures, suite.errors, suite.skipped],
        "properties": {each.name: each.value for each in suite.properties()},
        # It has no name for what a suite prints.
        "out": suite._elem.findtext("system-out"),
        "cases": [{
            "name": case.name,
            "results": [[type(result).__name__, result.type, result.message, result.text] for result in case.result],
        } for case in suite],
    } for suite in report],
}))
