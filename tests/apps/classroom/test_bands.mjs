// A face divided into bands: their areas are the pockets' shares, and what fills a band stays in it.
import test from "node:test";
import assert from "node:assert/strict";
import { bands, extent, outline } from "../../../apps/classroom/js/draw/bands.js";

/** Area of a polygon, by the shoelace formula. */
const area = (points) => Math.abs(points.reduce((sum, [x, y], i) => {
    const [u, v] = points[(i + 1) % points.length];
    return sum + x * v - u * y;
}, 0)) / 2;

const SHARES = [0.03, 0.5, 0.22, 0.25];

test("bands have the shares' areas and cover the face", () => {
    const layout = bands(SHARES);
    assert.deepEqual([layout[0].from, layout[3].to], [-1, 1]);
    layout.slice(1).forEach((band, k) => assert.equal(band.from, layout[k].to));
    // Polygons of 17 points a side lie inside the arc: short of it by 1 - sin(2u)/2u at u = pi/32, less than 0.7 percent.
    layout.forEach((band, k) => assert.ok(Math.abs(area(outline(band)) / Math.PI / SHARES[k] - 1) < 0.01, `band ${k}`));
    assert.deepEqual(bands([1]), [{ from: -1, to: 1, middle: 0 }]);
});

test("a cavity covers its part of the band and stays inside", () => {
    const [, band] = bands(SHARES), part = extent(3e-9, 60e-6, 1e-4); // half of 60 mm2 at 0.1 mm
    assert.ok(Math.abs(part - Math.SQRT1_2) < 1e-12);
    assert.ok(Math.abs(area(outline(band, part)) / area(outline(band)) - 0.5) < 1e-9);
    for (const [x, y] of outline(band, part)) assert.ok(x * x + y * y <= 1 && y >= band.from && y <= band.to);
    assert.equal(extent(1, 60e-6, 1e-4), 1);
});
