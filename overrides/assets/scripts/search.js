/* The search page: our words and our list around Pagefind, whose index lies in the site. What is typed stands in the
   fragment of the address and is sent nowhere. From a disk no browser loads an index: there the page has its lists. */
(() => {
  "use strict";

  const tool = document.querySelector(".ec-search");
  if (!tool || !location.protocol.startsWith("http")) {
    return;
  }
  const input = tool.querySelector("input");
  const choices = [...tool.querySelectorAll("select")];
  const clear = tool.querySelector("[data-does=clear]");
  const said = document.querySelector(".ec-search__count");
  const elsewhere = document.querySelector(".ec-search__elsewhere");
  const list = document.querySelector(".ec-search__results");
  const more = document.querySelector(".ec-search__more");
  const without = document.querySelector(".ec-search__without");
  const form = document.getElementById("search-result");
  const root = new URL(tool.dataset.root, location.href);
  const AT_ONCE = 10;
  const PAUSE = 200;
  // What Safari says of a key that ends a composition.
  const COMPOSING = 229;

  // What the index has as words of their own, character by character (WIDE of outputs/search_documents.py), and its signs.
  const WIDE = "[\\u2014\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}]";
  const SIGN = "[\\u3000-\\u303f\\uff00-\\uffef]";
  const ONE = new RegExp(WIDE, "gu");
  const PHRASE = new RegExp(`"([^"]*)"|“([^”]*)”|(${WIDE}+)`, "gu");
  const BETWEEN = new RegExp(`(${WIDE}(?:</mark>)?) (?=(?:<mark>)?${WIDE})`, "gu");
  const BEFORE = new RegExp(` (?=(?:<mark>)?${SIGN})`, "gu");
  const BEHIND = new RegExp(`(${SIGN}(?:</mark>)?) `, "gu");
  // Brackets and signs of half width, which stand directly beside a text in Chinese.
  const OPENED = new RegExp(`([([“‘/]) (?=(?:<mark>)?${WIDE})`, "gu");
  const CLOSED = new RegExp(`(${WIDE}(?:</mark>)?) (?=[\\])”’/,.;:!?])`, "gu");
  // A full stop of Pagefind's behind a heading or a paragraph without one.
  const STOP = new RegExp(`(${WIDE}(?:</mark>)?)[.](?: |$)`, "gu");

  // Signs count as words in the index and not in a query: a phrase ends at them.
  const SIGNS = new RegExp(`(?:(?=[\\p{P}\\p{S}\\p{Z}])${WIDE})+`, "u");

  /* A query as Pagefind understands it: each row of Chinese characters, and each quotation, is a phrase. */
  const partsOf = (query) => {
    const phrases = [];
    const rest = query.replace(PHRASE, (...found) => {
      phrases.push(found.slice(1, 4).find(Boolean) ?? "");
      return " ";
    });
    const rows = phrases.flatMap((phrase) => phrase.split(SIGNS));
    const parts = rows.map((row) => `"${row.replace(ONE, " $& ").trim()}"`);
    return [...parts, rest.trim()].filter((part) => /[\p{L}\p{N}]/u.test(part));
  };

  const begin = async () => {
    const index = new URL(tool.dataset.index, location.href);
    const [pagefind, answer] = await Promise.all([
      import(new URL("pagefind.js", index)),
      fetch(new URL("terms.json", index), { cache: "no-cache" }),
    ]);
    const { terms, pages } = await answer.json();
    await pagefind.options({ excerptLength: 30, noWorker: true });
    await pagefind.init();
    return { pagefind, termsOf: (id) => pages[id].map((number) => terms[number]) };
  };
  let starting;
  const start = () => {
    starting ??= begin();
    return starting;
  };

  /* The pages that every part finds and that have every term, the best first. */
  const find = async (parts, wanted) => {
    const { pagefind, termsOf } = await start();
    const found = await Promise.all((parts.length ? parts : [null]).map((part) => pagefind.search(part)));
    const scores = found.map(({ results }) => new Map(results.map(({ id, score }) => [id, score])));
    const sum = ({ id }) => scores.reduce((total, one) => total + one.get(id), 0);
    return found[0].results
      .filter(({ id }) => scores.every((one) => one.has(id)) && wanted.every((term) => termsOf(id).includes(term)))
      .sort((a, b) => sum(b) - sum(a))
      .map(({ id, data }) => ({ data, kind: termsOf(id).find((term) => term.startsWith("kind:")) }));
  };

  // The end of another sentence.
  const FIRST = /^[.,;:?!。，、；：？！）》」』”’\s]+/u;

  /* An excerpt without the blanks that the index has, its marks as elements. */
  const fill = (element, excerpt) => {
    const chinese = document.documentElement.lang.startsWith("zh");
    const tidy = excerpt
      .replace(STOP, chinese ? "$1。" : "$&")
      .replace(BETWEEN, "$1")
      .replace(BEFORE, "")
      .replace(BEHIND, "$1")
      .replace(OPENED, "$1")
      .replace(CLOSED, "$1")
      .replaceAll("</mark><mark>", "")
      .replace(FIRST, "");
    tidy.split(/<mark>(.*?)<\/mark>/u).forEach((text, number) => {
      const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      const marked = document.createElement("mark");
      marked.textContent = plain;
      element.append(number % 2 ? marked : plain);
    });
  };

  const rowOf = ([kind, page]) => {
    const row = form.content.cloneNode(true);
    const link = row.querySelector("a");
    link.href = new URL(page.raw_url.slice(1), root);
    link.textContent = page.meta.title;
    const words = tool.querySelector(`[data-filter=kind] option[value="${kind.split(":")[1]}"]`);
    row.querySelector(".ec-kind").textContent = words.textContent;
    fill(row.querySelector(".ec-result__excerpt"), page.excerpt);
    return row;
  };

  let turn = 0;
  let waiting = [];
  const add = async () => {
    const now = turn;
    const pages = await Promise.all(
      waiting.splice(0, AT_ONCE).map(async ({ kind, data }) => [kind, await data()]),
    );
    if (now === turn) {
      list.append(...pages.map(rowOf));
      list.hidden = !list.children.length;
      more.hidden = !waiting.length;
    }
  };

  const tell = (count) => {
    const form = `data-count-${new Intl.PluralRules(document.documentElement.lang).select(count)}`;
    const words = said.getAttribute(count === 0 ? "data-none" : form) ?? said.dataset.countOther;
    said.textContent = words.replace("{count}", count);
  };

  const show = async (found, query) => {
    list.replaceChildren();
    waiting = found;
    elsewhere.hidden = !query;
    elsewhere.querySelector("a").href = `${tool.dataset.status}#q=${encodeURIComponent(query)}`;
    tell(found.length);
    await add();
  };

  const empty = () => {
    waiting = [];
    said.textContent = "";
    list.replaceChildren();
    list.hidden = more.hidden = elsewhere.hidden = true;
  };

  const search = async () => {
    const now = (turn += 1);
    const query = input.value.trim();
    const parts = partsOf(query);
    const chosen = choices.filter((choice) => choice.value);
    if (!parts.length && !chosen.length) {
      empty();
      return;
    }
    try {
      const found = await find(parts, chosen.map((choice) => `${choice.dataset.filter}:${choice.value}`));
      if (now === turn) {
        await show(found, query);
      }
    } catch {
      empty();
      said.textContent = said.dataset.failed;
      without.hidden = false;
    }
  };

  const remember = () => {
    const state = new URLSearchParams();
    for (const [name, value] of [["q", input.value.trim()], ...choices.map((one) => [one.dataset.filter, one.value])]) {
      if (value) {
        state.set(name, value);
      }
    }
    const address = location.href.split("#")[0] + (state.size ? `#${state}` : "");
    history[state.size && location.hash.includes("=") ? "replaceState" : "pushState"](null, "", address);
  };

  const recall = () => {
    const state = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    input.value = state.get("q") ?? "";
    for (const choice of choices) {
      choice.value = state.get(choice.dataset.filter) ?? "";
      choice.selectedIndex = Math.max(choice.selectedIndex, 0);
    }
    tool.querySelector("details").open ||= choices.some((choice) => choice.value);
    search();
  };

  let pause;
  const changed = () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      remember();
      search();
    }, PAUSE);
  };

  const reset = () => {
    clearTimeout(pause);
    for (const field of [input, ...choices]) {
      field.value = "";
    }
    remember();
    search();
    input.focus();
  };

  // While characters are being composed, what stands in the field is not yet what is meant.
  input.addEventListener("input", (event) => event.isComposing || changed());
  input.addEventListener("compositionend", changed);
  input.addEventListener("focus", () => start().catch(() => {}), { once: true });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value && !event.isComposing && event.keyCode !== COMPOSING) {
      event.preventDefault();
      reset();
    }
  });
  choices.forEach((choice) => choice.addEventListener("change", changed));
  clear.addEventListener("click", reset);
  more.addEventListener("click", async () => {
    const first = list.children.length;
    await add();
    list.children[first]?.querySelector("a").focus();
  });
  window.addEventListener("popstate", recall);

  tool.hidden = false;
  without.hidden = true;
  recall();
})();
