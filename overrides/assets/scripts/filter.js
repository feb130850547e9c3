/* The filter of the status index: it finds cases on all pages of the index, as one types. Its data are a script of the
   site, loaded when somebody begins, and work from a disk too. What is typed stands in the fragment of the address. */
(() => {
  "use strict";

  const tool = document.querySelector(".ec-filter");
  if (!tool) {
    return;
  }
  const input = tool.querySelector("input");
  const clear = tool.querySelector("[data-does=clear]");
  const said = document.querySelector(".ec-filter__count");
  const results = document.querySelector(".ec-filter__results");
  const more = document.querySelector(".ec-filter__more");
  const all = document.querySelector(".ec-filter__all");
  // So many cards are made while one types; the others when they are asked for.
  const AT_ONCE = 12;

  /* Without tones and other marks, case, blanks, hyphens, apostrophes: "Wēi Zhì-lì" is "weizhili". */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f\u02bc\p{P}\p{Z}\s]/gu, "");

  /* A name in both orders: "Wei Zhili" is also "Zhili Wei". */
  const orders = (name) => {
    const [first, ...rest] = name.trim().split(/\s+/u);
    return rest.length ? [fold(name), fold(`${rest.join(" ")} ${first}`)] : [fold(name)];
  };

  const rowsOf = ({ terms, cases }) => {
    const words = terms.map(fold);
    return cases.map(([card, names, numbers]) => {
      const keys = names.flatMap(orders);
      return { card, keys, hay: [...keys, ...numbers.map((number) => words[number])].join("\n") };
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

  const matching = (rows, query) => {
    const words = query.split(/\s+/u).map(fold).filter(Boolean);
    const found = [[], [], [], []];
    for (const row of rows) {
      found[rank(row, words.join(""), words)].push(row);
    }
    return found.slice(0, 3).flat();
  };

  let loading;
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.addEventListener("load", () => resolve(rowsOf(window.statusData)));
      script.addEventListener("error", reject);
      script.src = tool.dataset.source;
      document.head.append(script);
    });
    return loading;
  };

  let shown = "";
  const show = (filtering, cards, rest) => {
    // Another letter often changes nothing.
    if (shown !== cards.join("")) {
      shown = cards.join("");
      results.innerHTML = shown;
    }
    results.hidden = !cards.length;
    more.hidden = !rest.length;
    all.hidden = filtering;
    clear.hidden = !filtering;
  };

  const tell = (count, of) => {
    const form = `data-count-${new Intl.PluralRules(document.documentElement.lang).select(count)}`;
    const words = said.getAttribute(count === 0 ? "data-none" : form) ?? said.dataset.countOther;
    said.textContent = words.replace("{count}", count).replace("{all}", of);
  };

  let rest = [];
  const apply = async () => {
    const query = input.value;
    if (!fold(query)) {
      rest = [];
      show(false, [], rest);
      said.textContent = "";
      return;
    }
    let rows;
    try {
      rows = await load();
    } catch {
      said.textContent = said.dataset.failed;
      return;
    }
    if (query !== input.value) {
      return;
    }
    const found = matching(rows, query).map((row) => row.card);
    rest = found.slice(AT_ONCE);
    show(true, found.slice(0, AT_ONCE), rest);
    tell(found.length, rows.length);
  };

  const asked = () => (location.hash.startsWith("#q=") ? new URLSearchParams(location.hash.slice(1)).get("q") : "");

  /* One step back leads to where the filter was not yet, not through every letter. */
  const remember = () => {
    const query = input.value.trim();
    const address = location.href.split("#")[0] + (query ? `#q=${encodeURIComponent(query)}` : "");
    history[query && asked() ? "replaceState" : "pushState"](null, "", address);
  };

  const reset = () => {
    input.value = "";
    remember();
    apply();
    input.focus();
  };

  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  input.addEventListener("input", () => {
    remember();
    apply();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value && !event.isComposing) {
      event.preventDefault();
      reset();
    }
  });
  clear.addEventListener("click", reset);
  more.addEventListener("click", () => {
    const first = results.children.length;
    shown += rest.join("");
    results.innerHTML = shown;
    more.hidden = true;
    results.children[first].querySelector("a").focus();
  });
  window.addEventListener("popstate", async () => {
    input.value = asked();
    await apply();
    // A link to a heading that the filter had hidden.
    if (!input.value && location.hash) {
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }
  });

  tool.hidden = false;
  document.querySelector(".ec-filter__help").hidden = false;
  input.value = asked();
  apply();
})();
