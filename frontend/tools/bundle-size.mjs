// Prints what a browser downloads for the start page and in all, gzipped; fails when the start page passes its limit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 300;
const dist = new URL('../dist/', import.meta.url).pathname;
const kilobytes = (path) => gzipSync(readFileSync(path), { level: 9 }).length / 1000;

const first = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
  (match) => match[1],
);
const all = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
const start = first.reduce((sum, name) => sum + kilobytes(join(dist, name)), 0);
for (const name of all) {
  console.log(
    `${kilobytes(join(dist, 'assets', name))
      .toFixed(1)
      .padStart(8)} kB  ${name}`,
  );
}
console.log(`${start.toFixed(1).padStart(8)} kB  JavaScript named by index.html, gzipped (limit ${LIMIT_KB})`);
if (start > LIMIT_KB) {
  process.exit(1);
}
