/* Opens an index in Node with the client that browsers get. Scripts beside this one read JSON from the standard input
 * and write JSON; their arguments are the client's folder and the index's folder. */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [clientFolder, indexFolder] = process.argv.slice(2).map((folder) => resolve(folder));

export const load = (name) => import(pathToFileURL(`${clientFolder}/${name}.js`).href);

/** A store over the index, and how many bytes it has read. */
export async function openStore() {
  const { Store } = await load("store");
  const read = { bytes: 0, files: 0 };
  const store = await Store.open(async (path) => {
    const bytes = new Uint8Array(await readFile(`${indexFolder}/${path}`));
    read.bytes += bytes.length;
    read.files += 1;
    return bytes;
  });
  return { store, read };
}

export async function input() {
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

export const output = (value) => process.stdout.write(JSON.stringify(value));
