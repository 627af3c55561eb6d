"""Prints what openpyxl finds in a workbook, as one JSON document: cells, charts, formats, properties."""

import datetime
import json
import sys

import openpyxl


def plain(value):
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


def chart(drawn):
    references = [series.val.numRef.f for series in drawn.series]
    return {"kind": type(drawn).__name__, "direction": getattr(drawn, "barDir", None), "references": references}


def sheet(worksheet):
    cells = [
        {"row": cell.row, "column": cell.column, "type": cell.data_type, "value": plain(cell.value), "format": cell.number_format}
        for row in worksheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    return {
        "cells": cells,
        "charts": [chart(each) for each in worksheet._charts],
        "freeze": worksheet.freeze_panes,
        "printArea": worksheet.print_area or None,
        "printTitles": worksheet.print_title_rows,
        "orientation": worksheet.page_setup.orientation,
        "links": [cell.hyperlink.location for row in worksheet.iter_rows() for cell in row if cell.hyperlink],
    }


workbook = openpyxl.load_workbook(sys.argv[1])
properties = workbook.properties
print(
    json.dumps(
        {
            "epoch": workbook.epoch.isoformat(),
            "properties": {"title": properties.title, "creator": properties.creator, "created": properties.created.isoformat()},
            "sheets": {worksheet.title: sheet(worksheet) for worksheet in workbook},
        }
    )
)
