// Checks a reader's copy of a source against the digests of its sentences. The copy stays in the browser.
//
// The page gives the digest, the length and the opening words of each sentence, so none of it depends on where a
// sentence ends: what has that length is hashed. `normalise` is people.text.normalise(plain(…)); both are held to the
// same vectors (tests/sources/vectors.json). Lengths count code points.

const MAX_BYTES = 5_000_000;
const MAX_TRIES = 20;
const MAX_DASHES = 3;
const MAX_SHOWN_BEYOND = 60;

const SPACES = /[\s\x1c-\x1f\x85]+/gu;
const PRINTING = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}";
const FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";
const UNSEEN = new RegExp(
  `(?![\\t-\\r\\x1c-\\x1f\\x85\\u200c\\u200d${PRINTING}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Noncharacter_Code_Point}${FILLERS}]`,
  "gu",
);
const JOINED = "[\\u0600-\\u109f\\u1780-\\u18af]";
const JOINER = "[\\u200c\\u200d]";
const JOINERS = new RegExp(`(?<=${JOINED})(${JOINER})${JOINER}*(?=${JOINED})|${JOINER}+`, "gu");
const BREAK = /\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]/u;
const BROKEN_WORD = /(?<=[\p{L}\p{N}_])-[ \t]*(?:\r\n|\r|\n)[ \t]*(?=\S)(?!and |or |to )/gu;
const DASH = /\s*(?:--+|[–—―])\s*|\s-\s/gu;
const DASHES = [" -- ", " — ", " – ", " - ", "--", "—", "–"];

export const normalise = (text) =>
  text
    .replace(UNSEEN, "")
    .replace(JOINERS, "$1")
    .replace(/[\u2010\u2011]/gu, "-")
    .normalize("NFKC")
    .replace(/[‘’‚]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(SPACES, " ")
    .trim();

export const digest = async (text) => {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

const first = (text, count) => Array.from(text.slice(0, 2 * count)).slice(0, count).join("");
const last = (text, count) => Array.from(text.slice(-2 * count)).slice(-count).join("");
const nearest = (places, to) => places.sort((one, other) => Math.abs(one - to) - Math.abs(other - to));
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

// The text from `start` with its first dashes written in other ways, each with how much of the copy it stands for.
function* respelled(text, length) {
  const dashes = [...text.slice(0, 2 * length).matchAll(DASH)];
  for (let count = 1; count <= dashes.length; count += 1) {
    const many = count > MAX_DASHES;
    for (let way = 0; way < DASHES.length ** (many ? 1 : count); way += 1) {
      let [written, end] = ["", 0];
      for (let place = 0; place < count; place += 1) {
        const chosen = many ? way : Math.floor(way / DASHES.length ** place) % DASHES.length;
        written += text.slice(end, dashes[place].index) + DASHES[chosen];
        end = dashes[place].index + dashes[place][0].length;
      }
      const left = length - Array.from(written).length;
      if (left > 0) {
        const rest = first(text.slice(end), left);
        yield [written + rest, end + rest.length];
      }
    }
  }
}

class Copy {
  constructor(text) {
    const lines = text.replace(BROKEN_WORD, "-").split(BREAK).map(normalise).filter(Boolean);
    this.text = lines.join(" ");
    this.lines = [];
    for (let at = 0, line = 0; line < lines.length; at += lines[line].length + 1, line += 1) this.lines.push(at);
    this.claims = [];
  }

  isFree(start, end) {
    return this.claims.every((claim) => end <= claim.start || claim.end <= start);
  }

  claim(passage, start, end) {
    passage.start = start;
    passage.end = end;
    this.claims.push(passage);
  }

  // Where the opening words stand in what no other sentence has taken, the likeliest place first.
  places(passage, expected) {
    const words = normalise(passage.opening).split(DASH).map(escaped).join(`(?:${DASH.source})`);
    const whole = new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "gu");
    const found = [...this.text.matchAll(whole)].map((match) => match.index);
    const free = found.filter((start) => this.isFree(start, start + 1));
    return nearest(free, expected);
  }

  async claimAt(passage, start) {
    const text = first(this.text.slice(start), passage.length);
    if (this.isFree(start, start + text.length) && (await digest(text)) === passage.digest) {
      this.claim(passage, start, start + text.length);
    }
    return passage.start !== undefined;
  }

  async claimRespelled(passage, start) {
    for (const [text, length] of respelled(this.text.slice(start), passage.length)) {
      if (this.isFree(start, start + length) && (await digest(text)) === passage.digest) {
        this.claim(passage, start, start + length);
        return true;
      }
    }
    return false;
  }

  async findByOpening(passage, expected) {
    const places = this.places(passage, expected);
    for (const start of places) if (await this.claimAt(passage, start)) return;
    for (const start of places.slice(0, MAX_TRIES)) if (await this.claimRespelled(passage, start)) return;
  }

  // A heading, a photo credit or a navigation word: it begins or ends where a line or another sentence does.
  async findByBounds(passage, expected, differing) {
    const { text } = this;
    const begins = new Set([0, ...this.lines, ...this.claims.map((claim) => claim.end + 1)]);
    const stops = [text.length + 1, ...this.lines, ...differing, ...this.claims.map((claim) => claim.start)];
    const ends = new Set(stops.filter(Boolean).map((stop) => stop - 1));
    const starts = passage.opening ? this.places(passage, expected) : this.bounded(passage, begins, ends, expected);
    for (const start of starts) {
      const end = start + first(text.slice(start), passage.length).length;
      const isWords = (!start || text[start - 1] === " ") && (end === text.length || text[end] === " ");
      if (isWords && (begins.has(start) || ends.has(end)) && (await this.claimAt(passage, start))) return;
      if (passage.opening && begins.has(start) && (await this.claimRespelled(passage, start))) return;
    }
  }

  bounded({ length }, begins, ends, expected) {
    const back = [...ends].map((end) => end - last(this.text.slice(Math.max(0, end - 2 * length), end), length).length);
    const starts = [...new Set([...begins, ...back])].filter((start) => this.isFree(start, start + 1));
    return nearest(starts, expected);
  }
}

const neighbours = (passages, place) => {
  const before = passages.slice(0, place).findLast((one) => one.end !== undefined || one.at !== undefined);
  const after = passages.slice(place + 1).find((one) => one.start !== undefined || one.at !== undefined);
  return [before?.end ?? before?.at ?? 0, after?.start ?? after?.at];
};

// Where a sentence begins that differs further on: between the two beside it.
const locate = (copy, passages) => {
  for (const [place, passage] of passages.entries()) {
    if (passage.start !== undefined || !passage.opening) continue;
    const [from, to = copy.text.length] = neighbours(passages, place);
    const between = copy.places(passage, from).filter((start) => from <= start && start < to);
    if (between.length) passage.at = between[0];
  }
};

const wordsInstead = (copy, passages, place) => {
  const passage = passages[place];
  const [from, to = copy.text.length] = neighbours(passages, place);
  const start = passage.at ?? from;
  const stops = copy.claims.map((claim) => claim.start).filter((stop) => stop >= start);
  const text = copy.text.slice(start, Math.min(to < start ? copy.text.length : to, ...stops)).trim();
  const shown = first(text, passage.length + MAX_SHOWN_BEYOND);
  if (shown === text) return text;
  return passage.at === undefined ? "" : `${shown} …`;
};

// What becomes of each passage, which has digest, length and opening words: same, differs or missing, with the words.
export const check = async (text, given) => {
  const copy = new Copy(text);
  const passages = given.map((passage) => ({ ...passage }));
  const isWhole = (one) => !one.opening || Array.from(normalise(one.opening)).length >= one.length;
  const longest = passages.map((one, place) => [one, place]).sort(([one], [other]) => other.length - one.length);
  for (const [passage, place] of longest) {
    if (!isWhole(passage)) await copy.findByOpening(passage, neighbours(passages, place)[0]);
  }
  locate(copy, passages.filter((one) => !isWhole(one)));
  const differing = passages.flatMap((one) => one.at ?? []);
  // Each one that is found bounds those beside it.
  for (let before = -1; before < copy.claims.length; ) {
    before = copy.claims.length;
    for (const [passage, place] of longest) {
      const isOpen = passage.start === undefined && isWhole(passage);
      if (isOpen) await copy.findByBounds(passage, neighbours(passages, place)[0], differing);
    }
  }
  return passages.map((passage, place) => {
    if (passage.start !== undefined) return { state: "same", text: copy.text.slice(passage.start, passage.end) };
    const words = wordsInstead(copy, passages, place);
    return { state: words ? "differs" : "missing", text: words };
  });
};

// The words are the page's, in its language.
const box = globalThis.document?.getElementById("check");
const words = box?.dataset ?? {};
const MAX_NAMED = 20;

const element = (name, textContent, attributes = {}) =>
  Object.assign(document.createElement(name), { textContent }, attributes);

const show = (place, { state, text }) => {
  const verdict = element("p", text, { className: `verdict ${state}` });
  verdict.prepend(element("b", words[state]), text ? " " : "");
  place.lastElementChild.prepend(verdict);
};

const summarise = (places, results) => {
  const those = (state) => places.filter((_, at) => results[at].state === state);
  const same = those("same").length;
  if (!same) return [words.noneFound];
  const parts = [words.found.replace("##", places.length).replace("#", same)];
  for (const [state, heading] of [["differs", words.differing], ["missing", words.lacking]]) {
    const links = those(state).map((place) => place.querySelector(".no a"));
    const named = links.slice(0, MAX_NAMED).map(({ ariaLabel, href }) => element("a", ariaLabel, { href }));
    if (links.length) parts.push(` ${heading} `, ...named.flatMap((link, at) => (at ? ["; ", link] : [link])));
    if (links.length) parts.push(links.length > MAX_NAMED ? ` ${words.more.replace("#", links.length - MAX_NAMED)}` : ".");
  }
  return parts;
};

const clear = () => {
  for (const one of document.querySelectorAll(".verdict")) one.remove();
};

const read = async (file) => {
  if (file.size > MAX_BYTES) throw new Error(words.tooLarge);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(words.notText);
  }
};

const begin = () => {
  const [form, status] = [box.querySelector("form"), box.querySelector("[role=status]")];
  form.hidden = false;
  box.querySelector("[data-instead]").hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", async (event) => {
    const file = event.target.files[0];
    clear();
    if (!file) return;
    status.textContent = words.checking;
    try {
      const text = await read(file);
      const places = [...document.querySelectorAll(".place[data-digest]")];
      const passages = places.map(({ dataset }) => ({ ...dataset, length: Number(dataset.length) }));
      const results = await check(text, passages);
      clear();
      places.forEach((place, at) => show(place, results[at]));
      status.replaceChildren(...summarise(places, results));
    } catch (error) {
      status.textContent = error.message;
    }
  });
};

if (box && globalThis.crypto?.subtle) begin();
