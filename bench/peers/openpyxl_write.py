"""Times openpyxl writing the cells of a workbook, values and number formats, in its streaming mode.

Prints one JSON line: the seconds of each counted run and the last index value, read back from the file it wrote.
"""

import json
import sys
import time

import openpyxl
from openpyxl.cell import WriteOnlyCell


def contents(path: str) -> dict[str, list[list[tuple[object, str]]]]:
    workbook = openpyxl.load_workbook(path)
    return {
        sheet.title: [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()] for sheet in workbook
    }


def write(sheets: dict[str, list[list[tuple[object, str]]]], path: str) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            cells = []
            for value, number_format in row:
                cell = WriteOnlyCell(sheet, value=value)
                cell.number_format = number_format
                cells.append(cell)
            sheet.append(cells)
    workbook.save(path)


def main(source: str, target: str, runs: int) -> None:
    sheets = contents(source)
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        write(sheets, target)
        seconds.append(time.perf_counter() - start)
    values = openpyxl.load_workbook(target)["Portfolio value"]
    print(json.dumps({"seconds": seconds, "final": values.cell(row=values.max_row, column=3).value}))


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
