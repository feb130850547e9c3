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
  const topics = document.querySelector(".ec-search__topics");
  const instead = document.querySelector(".ec-search__instead");
  const { clearsByKey, counted, fold, matching, plural, rowsFrom, variantsOf } = window.nameSearch;
  const loadPeople = rowsFrom(tool.dataset.people);
  const { shortcuts, others } = JSON.parse(tool.dataset.more);
  const form = document.getElementById("search-result");
  const root = new URL(tool.dataset.root, location.href);
  const AT_ONCE = 10;
  const PAUSE = 200;

  // What the index has as words of their own, character by character (WIDE of outputs/search_documents.py), and its signs.
  const WIDE = "[\\u2014\\u2026\\u3000-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}]";
  const SIGN = "[\\u3000-\\u303f\\uff00-\\uffef]";
  const ONE = new RegExp(WIDE, "gu");
  const ONE_OF_THEM = new RegExp(WIDE, "u");
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

  // So many forms of a row of characters are looked for: one that may be written in many ways is rarely long.
  const FORMS = 16;

  /* A part of a query in each script in which the index has it. */
  const inBothScripts = (part, variants) => {
    let forms = [""];
    for (const sign of part) {
      const known = [...new Set([...(variants.get(sign) ?? []), ...(variants.has(sign) ? [] : [sign])])];
      const kept = forms.length * known.length > FORMS ? known.slice(0, 1) : known;
      forms = kept.flatMap((one) => forms.map((form) => form + one));
    }
    return forms;
  };

  /* Latin words with the ü of pinyin as somebody may have written it; Pagefind takes u and ü for the same. */
  const withUmlaut = (part) => [...new Set([part, ...["u", "v", "yu"].map((one) => part.replace(UMLAUT, `$1${one}`))])];
  const UMLAUT = /([ln])(?:v|yu|ü)/giu;

  const begin = async (folder) => {
    const index = new URL(folder, location.href);
    const [pagefind, answer] = await Promise.all([
      import(new URL("pagefind.js", index)),
      fetch(new URL("terms.json", index), { cache: "no-cache" }),
    ]);
    const { terms, pages, variants } = await answer.json();
    await pagefind.options({ excerptLength: 30, noWorker: true });
    await pagefind.init();
    return { pagefind, variants: variantsOf(variants), termsOf: (id) => pages[id].map((number) => terms[number]) };
  };
  const started = new Map();
  const start = (folder = tool.dataset.index) => {
    if (!started.has(folder)) {
      started.set(folder, begin(folder));
    }
    return started.get(folder);
  };

  /* The pages that one of some forms of a part finds: id -> the best of its results. */
  const findAny = async (pagefind, forms) => {
    const found = await Promise.all(forms.map((form) => pagefind.search(form)));
    const best = new Map();
    for (const result of found.flatMap(({ results }) => results)) {
      if (!(best.get(result.id)?.score >= result.score)) {
        best.set(result.id, result);
      }
    }
    return best;
  };

  /* The pages that every part finds and that have every term, the best first. */
  const find = async (parts, wanted, folder) => {
    const { pagefind, termsOf, variants } = await start(folder);
    const formsOf = (part) => (ONE_OF_THEM.test(part) ? inBothScripts(part, variants) : withUmlaut(part));
    const forms = parts.length ? parts.map(formsOf) : [[null]];
    const found = await Promise.all(forms.map((some) => findAny(pagefind, some)));
    const sum = ({ id }) => found.reduce((total, one) => total + one.get(id).score, 0);
    return [...found[0].values()]
      .filter(({ id }) => found.every((one) => one.has(id)) && wanted.every((term) => termsOf(id).includes(term)))
      .sort((a, b) => sum(b) - sum(a))
      .map(({ id, data }) => ({ data, kind: termsOf(id).find((term) => term.startsWith("kind:")) }));
  };

  const linkTo = (href, words) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    return link;
  };

  const listOf = (items) => {
    const rows = document.createElement("ul");
    rows.append(
      ...items.map((item) => {
        const row = document.createElement("li");
        row.append(item);
        return row;
      }),
    );
    return rows;
  };

  const paragraph = (words) => {
    const element = document.createElement("p");
    element.textContent = words;
    return element;
  };

  // A beginning of so many letters says what is meant; of Chinese characters two are a word.
  const BEGINNING = 3;

  /* Does a query ask for what an editor's keyword names: by the word, by the beginning of it, among other words? */
  const asks = (query, keyword) => {
    const whole = fold(query);
    const word = fold(keyword);
    if (ONE_OF_THEM.test(word)) {
      return whole.includes(word);
    }
    const words = query.split(/\s+/u).map((one) => fold(one));
    return whole === word || words.includes(word) || (whole.length >= BEGINNING && word.startsWith(whole));
  };

  /* The pages that editors say are meant, above what is found. */
  const showTopics = (query) => {
    const meant = query ? shortcuts.filter(({ words }) => words.some((word) => asks(query, word))) : [];
    const links = meant.map(({ href, title }) => linkTo(href, title));
    topics.replaceChildren(...(links.length ? [paragraph(topics.dataset.words), listOf(links)] : []));
  };

  /* Those whose name is nearly, or without its blanks, what was searched. */
  const peopleLike = async (query) => {
    const { rows } = matching(await loadPeople(), query);
    if (!rows.length) {
      return [];
    }
    const cards = document.createElement("ul");
    cards.className = "ec-cards";
    // The same cards as in the index, of our own making.
    cards.innerHTML = rows.slice(0, AT_ONCE).map(({ card }) => card).join("");
    return [paragraph(instead.dataset.people), cards];
  };

  /* What each of the other languages has for the same query, as links to its search page. */
  const inOthers = async (parts, wanted) => {
    const counts = await Promise.all(others.map(({ index }) => find(parts, wanted, index).then(({ length }) => length)));
    const links = others.flatMap(({ href, forms }, number) => {
      const words = forms[plural.select(counts[number])] ?? forms.other;
      return counts[number] ? [linkTo(href + location.hash, words.replace("{count}", counts[number]))] : [];
    });
    return links.length ? [listOf(links)] : [];
  };

  /* Where nothing is found, or nothing that has it all: similar names, and the other languages. What cannot be loaded is not told. */
  const showInstead = async (query, parts, wanted) => {
    const now = turn;
    const found = await Promise.allSettled([query ? peopleLike(query) : [], inOthers(parts, wanted)]);
    if (now === turn) {
      instead.replaceChildren(...found.flatMap(({ value }) => value ?? []));
    }
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
    return pages.map(([, page]) => page);
  };

  /* Has one of these pages every word of a query? Pagefind also finds what only begins as one of them. */
  const hasAll = (pages, query) => {
    const words = query.split(/[\s"“”]+/u).map((word) => fold(word));
    return pages.some(({ content, meta }) => {
      const text = fold(`${meta.title} ${content}`);
      return words.every((word) => ONE_OF_THEM.test(word) || text.includes(word));
    });
  };

  const show = async (found, query) => {
    list.replaceChildren();
    instead.replaceChildren();
    waiting = found;
    elsewhere.hidden = !query;
    elsewhere.querySelector("a").href = `${tool.dataset.status}#q=${encodeURIComponent(query)}`;
    said.textContent = counted(said, found.length);
    return add();
  };

  const empty = () => {
    waiting = [];
    said.textContent = "";
    list.replaceChildren();
    instead.replaceChildren();
    list.hidden = more.hidden = elsewhere.hidden = true;
  };

  const search = async () => {
    const now = (turn += 1);
    const query = input.value.trim();
    const parts = partsOf(query);
    const chosen = choices.filter((choice) => choice.value);
    showTopics(query);
    if (!parts.length && !chosen.length) {
      empty();
      return;
    }
    try {
      const wanted = chosen.map((choice) => `${choice.dataset.filter}:${choice.value}`);
      const found = await find(parts, wanted);
      const first = now === turn ? await show(found, query) : [];
      if (now === turn && !hasAll(first, query)) {
        await showInstead(query, parts, wanted);
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
  clearsByKey(input, reset);
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
