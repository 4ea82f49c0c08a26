/* Reads the files of an index; generator/search/README.md describes them. Knows nothing of pages: `fetchBytes` brings
 * the bytes of a file by its path, so that the same code runs in the browser and in Node. */

import { fold, tableOf, wantsTable } from "./normalise.js";

const FORMAT = 2;
const KEPT = 300;
const FEW_BLOCKS = 8;
const text = new TextDecoder();
const chinese = new TextDecoder("gb18030");

/** The bytes, unpacked if they are gzip: a host may have done that already. */
export async function unpack(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads numbers of seven bits to a byte, low bits first. */
class Numbers {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  next() {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** Token → {places, flags, low, high}: reports in the order of the index, and what is known of each posting. */
function readShard(bytes, detailed) {
  const numbers = new Numbers(bytes);
  const count = numbers.next();
  const tokens = text.decode(numbers.take(numbers.next())).split("\n");
  const sizes = Array.from({ length: count }, () => numbers.next());
  const postings = new Map();
  let total = 0;
  for (let index = 0; index < count; index++) {
    const places = new Uint32Array(sizes[index]);
    let last = -1;
    for (let item = 0; item < sizes[index]; item++) places[item] = last = last + 1 + numbers.next();
    postings.set(tokens[index], { places, from: total });
    total += sizes[index];
  }
  if (!detailed) return { postings };
  const [flags, low, high] = [numbers.take(total), numbers.take(total), numbers.take(total)];
  for (const posting of postings.values()) {
    const end = posting.from + posting.places.length;
    posting.flags = flags.subarray(posting.from, end);
    posting.low = low.subarray(posting.from, end);
    posting.high = high.subarray(posting.from, end);
  }
  const rest = bytes.subarray(numbers.at);
  return { postings, ...(rest.length > 0 ? JSON.parse(text.decode(rest)) : {}) };
}

/** FNV-1a over code points, folded once: the shard of a token. */
function shardOf(token, shards) {
  let value = 0x811c9dc5;
  for (const character of token) value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0;
  return ((value ^ (value >>> 15)) & (shards - 1)) >>> 0;
}

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export class Store {
  /** @param {(path: string) => Promise<Uint8Array>} fetchBytes */
  static async open(fetchBytes) {
    const index = JSON.parse(text.decode(await fetchBytes("index.json")));
    if (index.format !== FORMAT) throw new Error(`index format ${index.format}, this script reads ${FORMAT}`);
    const bytes = await unpack(await fetchBytes(`root-${index.root}.bin`));
    return new Store(fetchBytes, bytes);
  }

  constructor(fetchBytes, bytes) {
    const numbers = new Numbers(bytes);
    this.fetchBytes = fetchBytes;
    this.head = JSON.parse(text.decode(numbers.take(numbers.next())));
    this.blockNames = numbers.take(numbers.next());
    this.shardNames = bytes.subarray(numbers.at);
    this.shards = this.shardNames.length / this.head.hash[1];
    this.waiting = new Map();
    this.documents = new Map();
    this.table = null;
    this.kept = KEPT;
  }

  /** How many reports there are. */
  get size() {
    return this.head.reports;
  }

  /** The file at `path`, read once by `read`. */
  once(path, read) {
    if (!this.waiting.has(path)) {
      const reading = this.fetchBytes(path).then(unpack).then(read);
      this.waiting.set(path, reading);
      reading.catch(() => this.waiting.delete(path));
    }
    return this.waiting.get(path);
  }

  shard(token) {
    const number = shardOf(token, this.shards);
    const size = this.head.hash[1];
    const name = hex(this.shardNames.subarray(number * size, (number + 1) * size));
    if (/^0+$/.test(name)) return Promise.resolve({ postings: new Map() });
    return this.once(`shard/${number.toString(16)}-${name}.bin`, (bytes) => readShard(bytes, true));
  }

  /** The postings of a token; null where no report has it. */
  async posting(token) {
    return (await this.shard(token)).postings.get(token) ?? null;
  }

  /** The postings of a pair with one character between, written A_B; null where no report has it. */
  async gapped(token) {
    if (!this.head.near) return null;
    const table = await this.once(`near-${this.head.near}.bin`, (bytes) => bytes);
    const size = this.head.hash[1];
    const number = shardOf(token, table.length / size);
    const name = hex(table.subarray(number * size, (number + 1) * size));
    if (/^0+$/.test(name)) return null;
    const shard = await this.once(`near/${number.toString(16)}-${name}.bin`, (bytes) => readShard(bytes, false));
    return shard.postings.get(token) ?? null;
  }

  /** Names that begin with a token: [folded name, kind, …] as generator/search/README.md has them. */
  async names(token) {
    return (await this.shard(token)).names ?? [];
  }

  /** Names that hold a token inside, from there on. */
  async inside(token) {
    return (await this.shard(token)).inside ?? [];
  }

  /** Asks for the names of all files where they are few: nearly all are wanted once the postings are there. */
  readAhead() {
    const blocks = this.blockNames.length / this.head.hash[0];
    for (let block = 0; blocks <= FEW_BLOCKS && block < blocks; block++) this.block(block).catch(() => {});
  }

  /** The file names of one block of reports. */
  block(number) {
    const [size] = this.head.hash;
    const name = hex(this.blockNames.subarray(number * size, (number + 1) * size));
    return this.once(`block/${name}.bin`, (bytes) => bytes);
  }

  /** A report by its place, with its texts folded when asked for. */
  async document(place) {
    const kept = this.documents.get(place);
    if (kept) return kept;
    const [size] = this.head.hash;
    const names = await this.block(Math.floor(place / this.head.block));
    const from = (place % this.head.block) * size;
    const bytes = await unpack(await this.fetchBytes(`text/${hex(names.subarray(from, from + size))}.bin`));
    const document = { place, ...JSON.parse(chinese.decode(bytes)) };
    if (this.documents.size >= this.kept) this.documents.delete(this.documents.keys().next().value);
    this.documents.set(place, document);
    return document;
  }

  /** The newest figures of an indicator: {total, rows: [[year, agency, value, address]]}. */
  answer(name) {
    return this.once(`answer/${name}.bin`, (bytes) => JSON.parse(text.decode(bytes)));
  }

  /** A query in its one spelling; the table of traditional characters is fetched where one may stand in it. */
  async fold(query) {
    if (this.table === null && wantsTable(query)) {
      this.table = await this.once(`simplified-${this.head.simplified}.bin`, (bytes) => tableOf(chinese.decode(bytes)));
    }
    return fold(query, this.table).text;
  }

  /** First and last place (exclusive) of the reports on a year; null where there is none. */
  placesOf(year) {
    let from = 0;
    for (const [each, count] of this.head.years) {
      if (each === year) return [from, from + count];
      from += count;
    }
    return null;
  }
}
