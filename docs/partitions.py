"""One report over a file that Dask reads in partitions.

    python3 partitions.py FILE [--program ben-monitor] [--blocksize 64MiB]

Prints the report that `ben-monitor report FILE` prints, byte for byte. FILE may be
anything that Dask reads: a path, or an address such as s3://... with its package.
"""

import argparse
import os
import subprocess
import sys
import tempfile

from dask import compute, config, delayed
from dask.bytes import read_bytes

# What each column is for is decided on this beginning of the file, by every worker alike.
HEAD = 2**21


@delayed
def part(rows, program, head, name):
    """What these rows contribute: bytes of a part, some tens for each case. Runs on a worker."""
    with tempfile.NamedTemporaryFile(suffix=".csv") as beginning:
        beginning.write(head)
        beginning.flush()
        command = [program, "partial", "-", "--head", beginning.name, "--as", name, "-o", "-"]
        return subprocess.run(command, input=rows, stdout=subprocess.PIPE, check=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--program", default="ben-monitor")
    parser.add_argument("--blocksize", default="64MiB")
    options = parser.parse_args()

    # A cell may hold a line feed: where rows end in both signs, they are cut only there.
    sample, _ = read_bytes(options.file, blocksize=None, sample=HEAD)
    end = b"\r\n" if b"\r\n" in sample else b"\n"
    head, blocks = read_bytes(options.file, delimiter=end, blocksize=options.blocksize, sample=HEAD)
    name = os.path.basename(options.file)
    [blocks] = blocks  # one list of blocks for each file
    parts = compute(*[part(rows, options.program, head, name) for rows in blocks])

    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, bytes_of_part in enumerate(parts):
            paths.append(os.path.join(folder, f"{number:05}.part"))
            with open(paths[-1], "wb") as written:
                written.write(bytes_of_part)
        sys.stdout.flush()
        return subprocess.run([options.program, "report", *paths]).returncode


if __name__ == "__main__":
    config.set(scheduler="threads")  # a cluster: dask.distributed.Client("address") in place of this
    sys.exit(main())
