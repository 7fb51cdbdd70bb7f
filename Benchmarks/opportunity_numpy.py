#!/usr/bin/env python3
"""The peer of the opportunity map: GDAL draws the layers, NumPy does the same classes, on bytes and on packed bits.

Reads what `kompas-bench-opportunity --export FOLDER` wrote, runs the same program over the same planes, compares the number
of cells of every class, and prints the times beside those of Kompas.
"""
import json
import statistics
import sys
import time

import numpy
import rasterio.features
import rasterio.transform


def value(word, planes, registers, shape, dtype):
    if word[0] == "p":
        return planes[int(word[1:])]
    if word[0] == "r":
        return registers[int(word[1:])]
    nothing = numpy.zeros(shape, dtype)
    return ~nothing if word == "1" else nothing


def run(program, planes, domain, count):
    registers = [None] * program["registers"]
    counts = [0] * len(program["outputs"])
    shape, dtype = domain.shape, domain.dtype

    def write(numbers):
        for number in numbers:
            cells = value(program["outputs"][number], planes, registers, shape, dtype) & domain
            counts[number] = count(cells)

    for place, (operation, target, left, right) in enumerate(program["instructions"]):
        write(program["ready"][place])
        one = value(left, planes, registers, shape, dtype)
        if operation == "not":
            registers[target] = ~one
            continue
        other = value(right, planes, registers, shape, dtype)
        if operation == "and":
            registers[target] = one & other
        elif operation == "or":
            registers[target] = one | other
        elif operation == "and-not":
            registers[target] = one & ~other
        else:
            registers[target] = one | ~other
    write(program["ready"][len(program["instructions"])])
    return counts


def timed(body, runs):
    times = []
    result = None
    for _ in range(runs):
        start = time.perf_counter()
        result = body()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), result


def main():
    folder = sys.argv[1]
    with open(f"{folder}/layers.json") as file:
        layers = json.load(file)
    for size in sys.argv[2:]:
        with open(f"{folder}/program-{size}.json") as file:
            told = json.load(file)
        rows, columns, words = told["rows"], told["columns"], told["wordsPerRow"]
        raw = numpy.fromfile(f"{folder}/planes-{size}.bin", numpy.uint8).reshape(-1, rows, words * 8)
        packed, domain = list(raw[:-1]), raw[-1]
        packed = [numpy.ascontiguousarray(plane).view(numpy.uint64) for plane in packed]
        domain_words = numpy.ascontiguousarray(domain).view(numpy.uint64)
        program = told["program"]
        bits, counts = timed(
            lambda: run(program, packed, domain_words, lambda cells: int(numpy.bitwise_count(cells).sum(dtype=numpy.int64))), 3)
        if counts != told["counts"]:
            sys.exit(f"packed bits at {size} m: other counts than Kompas")
        unpacked = [numpy.unpackbits(plane, axis=1, bitorder="little")[:, :columns].view(bool) for plane in raw]
        byte, counts = timed(
            lambda: run(program, unpacked[:-1], unpacked[-1], lambda cells: int(numpy.count_nonzero(cells))), 1)
        if counts != told["counts"]:
            sys.exit(f"bytes at {size} m: other counts than Kompas")
        del unpacked

        cell = told["cellMetres"]
        transform = rasterio.transform.from_origin(told["west"], told["south"] + rows * cell, cell, cell)

        def draw():
            for layer in layers:
                if layer["shapes"]:
                    rasterio.features.rasterize(
                        layer["shapes"], out_shape=(rows, columns), transform=transform, dtype="uint8")

        drawn, _ = timed(draw, 1)
        ours = told["kompasMilliseconds"]
        print(f"{size} m, {told['activity']}: {len(program['planes'])} planes, {len(program['instructions'])} instructions")
        print(f"  classes and hectares  Kompas {ours:9.2f} ms")
        print(f"  NumPy on packed bits         {bits:9.2f} ms   {bits / ours:6.1f} times as long")
        print(f"  NumPy on bytes               {byte:9.2f} ms   {byte / ours:6.1f} times as long")
        print(f"  drawing {len(layers)} layers    Kompas {told['drawMilliseconds']:9.0f} ms")
        print(f"  gdal_rasterize (rasterio)    {drawn:9.0f} ms   {drawn / max(told['drawMilliseconds'], 1e-9):6.1f} times as long")


if __name__ == "__main__":
    main()
