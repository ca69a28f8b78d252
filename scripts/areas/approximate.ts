/** Owns the last source: approximate areas, each the ground nearest to its label point, within the country's outline. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Delaunay } from 'd3-delaunay';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { convertCells, type Cell } from './convert.ts';
import { labelPoints, type LabelPoint } from './known.ts';
import { proveWhole, sha256, type KnownCodes, type Source } from './source.ts';

const outlineFile = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
const thailand = '764';
/** What a point off the outline keeps of its cell, in degrees each way: the world's map leaves small islands out. */
const isletDegrees = 0.015;
/** A degree of longitude is shorter than one of latitude; nearness is judged on longitudes squeezed for 13° north. */
const squeeze = Math.cos((13 * Math.PI) / 180);
/** West, south, east, north: wide enough for every cell before it is cut. */
const frame = [97, 5, 106, 21] as const;

export function approximateSource(known: KnownCodes, points: readonly LabelPoint[] = labelPoints()): Source {
  return {
    id: 'approximate',
    credit: {
      th: 'ขอบเขตโดยประมาณ คำนวณจากจุดกลางพื้นที่ (กรมแผนที่ทหาร ผ่าน OCHA, CC BY 3.0 IGO) ภายในแนวประเทศของ Natural Earth ไม่ใช่แนวเขตจริง',
      en: 'Approximate areas, computed from label points (Royal Thai Survey Department via OCHA, CC BY 3.0 IGO) within the country outline of Natural Earth. Not real boundaries.',
    },
    async inputs() {
      return {
        'label points': sha256(JSON.stringify(points)),
        'world-atlas/countries-10m.json': sha256(readFileSync(outlineFile)),
      };
    },
    async make() {
      const tambon = points.filter((point) => point.code.length === 6);
      const country = await convertCells(cellsOf(tambon), tambon.map(islet), countryOutline());
      proveWhole(country, known);
      return { country, finer: new Map() };
    },
  };
}

/** The ground nearer to each point than to any other. */
function cellsOf(points: readonly LabelPoint[]): Cell[] {
  const [west, south, east, north] = frame;
  const voronoi = Delaunay.from(
    points,
    (point) => point.longitude * squeeze,
    (point) => point.latitude,
  ).voronoi([west * squeeze, south, east * squeeze, north]);
  return points.map(({ code }, index) => ({
    code,
    ring: (voronoi.cellPolygon(index) ?? []).map(([x = 0, y = 0]) => [x / squeeze, y]),
  }));
}

/** Drawn where the cell keeps no land at all. */
function islet({ code, longitude, latitude }: LabelPoint): Cell {
  const ring = Array.from({ length: 13 }, (_, corner) => {
    const angle = (-corner * Math.PI) / 6;
    return [longitude + isletDegrees * Math.cos(angle), latitude + isletDegrees * Math.sin(angle)];
  });
  return { code, ring };
}

function countryOutline(): unknown {
  const world = JSON.parse(readFileSync(outlineFile, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  const country = world.objects.countries.geometries.find((shape) => String(shape.id) === thailand);
  if (!country) throw new Error('the world outline has no Thailand');
  return feature(world, country);
}
