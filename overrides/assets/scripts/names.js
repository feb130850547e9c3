/* What the filter of the index and the search page have in common: how what somebody types is compared with names and
   words, where the names come from, what is said of a count, and what clears a field. */
window.nameSearch = (() => {
  "use strict";

  // A Latin name of fewer letters has too many neighbours.
  const LONG = 4;

  /* Rows `present|others` of a file -> what each character may stand for in it: simplified or traditional. */
  const variantsOf = (rows = []) => {
    const found = new Map();
    for (const row of rows) {
      const [present, others] = row.split("|");
      for (const sign of present + others) {
        found.set(sign, [...present]);
      }
    }
    return found;
  };

  /* Without tones and other marks, case, blanks, hyphens, apostrophes: "Wēi Zhì-lì" is "weizhili"; in one script. */
  const fold = (text, variants) => {
    const plain = text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f\u02bc\p{P}\p{Z}\s]/gu, "");
    return variants?.size && /\p{Script=Han}/u.test(plain)
      ? [...plain].map((sign) => variants.get(sign)?.[0] ?? sign).join("")
      : plain;
  };

  // The ü of pinyin as it is written, and as it is typed where no key has it.
  const UMLAUT = /([ln])(?:v|yu|u\u0308)/giu;

  /* A name with each way of writing its ü: "Lü" is also Lu, Lv and Lyu. */
  const spellings = (name) => {
    const open = name.normalize("NFD");
    return UMLAUT.test(open) ? ["u", "v", "yu"].map((one) => open.replace(UMLAUT, `$1${one}`)) : [name];
  };

  /* Each spelling in both orders: "Wei Zhili" is also "Zhili Wei". */
  const orders = (name, variants) =>
    spellings(name).flatMap((one) => {
      const [first, ...rest] = one.trim().split(/\s+/u);
      const turned = rest.length ? [fold(`${rest.join(" ")} ${first}`, variants)] : [];
      return [fold(one, variants), ...turned];
    });

  /* Are two words the same but for one letter: another one, one more or less, or two that changed places? */
  const near = (one, other) => {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    let at = 0;
    while (at < short.length && short[at] === long[at]) {
      at += 1;
    }
    const same = (i, j) => short.slice(i) === long.slice(j);
    if (short.length !== long.length) {
      return long.length - short.length === 1 && same(at, at + 1);
    }
    return same(at + 1, at + 1) || (short[at] === long[at + 1] && short[at + 1] === long[at] && same(at + 2, at + 2));
  };

  /* The cases of status-data.js, each with what it is found by. */
  const rowsOf = (data) => {
    const variants = variantsOf(data.variants);
    const words = data.terms.map((term) => fold(term, variants));
    return data.cases.map(([card, names, numbers]) => {
      const keys = names.flatMap((name) => orders(name, variants));
      const hay = [...keys, ...numbers.map((number) => words[number])].join("\n");
      return { card, names, keys, hay, variants };
    });
  };

  /* How well a row fits: 0 a name begins so, 1 a name has it, 2 every word is in a name or a term, 3 not at all. */
  const rank = (row, whole, words) => {
    if (row.keys.some((key) => key.startsWith(whole))) {
      return 0;
    }
    if (row.keys.some((key) => key.includes(whole))) {
      return 1;
    }
    return words.every((word) => row.hay.includes(word)) ? 2 : 3;
  };

  /* The words of a row's names; kept, for another letter asks for them again. */
  const partsOf = (row) => (row.parts ??= row.names.flatMap((name) => name.split(/\s+/u)).map((part) => fold(part)));

  const isNear = (row, whole, words) =>
    row.keys.some((key) => near(key, whole)) ||
    words.every((word) => partsOf(row).some((part) => (word.length < LONG ? part === word : near(part, word))));

  /* The rows that fit a query, the best first; where none does, those with a name that is one letter away. */
  const matching = (rows, query) => {
    const variants = rows[0]?.variants;
    const typed = query.split(/\s+/u).map((word) => fold(word, variants));
    const words = typed.filter(Boolean);
    const whole = words.join("");
    const found = [[], [], [], []];
    for (const row of rows) {
      found[rank(row, whole, words)].push(row);
    }
    const fitting = found.slice(0, 3).flat();
    // A v behind l or n is an ü, which some names have as u.
    const meant = query.replace(/([ln])v/giu, "$1u");
    if (!fitting.length && meant !== query) {
      return matching(rows, meant);
    }
    if (fitting.length || whole.length < LONG || !/^[a-z]+$/u.test(whole)) {
      return { rows: fitting, near: false };
    }
    const close = rows.filter((row) => isNear(row, whole, words));
    return { rows: close, near: close.length > 0 };
  };

  /* A function for the rows of a script of data, which it loads when it is first called; from a disk too. */
  const rowsFrom = (source) => {
    let loading;
    return () => {
      loading ??= new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.addEventListener("load", () => resolve(rowsOf(window.statusData)));
        script.addEventListener("error", reject);
        script.src = source;
        document.head.append(script);
      });
      return loading;
    };
  };

  const plural = new Intl.PluralRules(document.documentElement.lang);

  /* What an element has to say of a count, by the form that the language has for it; of none, words of its own. */
  const counted = (said, count) => {
    const words = said.getAttribute(count === 0 ? "data-none" : `data-count-${plural.select(count)}`);
    return (words ?? said.dataset.countOther).replace("{count}", count);
  };

  // What Safari says of a key that ends a composition.
  const COMPOSING = 229;

  /* Escape clears a field in which something stands, but for the key that ends a composition. */
  const clearsByKey = (input, clear) =>
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && input.value && !event.isComposing && event.keyCode !== COMPOSING) {
        event.preventDefault();
        clear();
      }
    });

  return { clearsByKey, counted, fold, matching, plural, rowsFrom, variantsOf };
})();
