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

  const { clearsByKey, counted, fold, matching, rowsFrom } = window.nameSearch;
  const load = rowsFrom(tool.dataset.source);

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
    const answer = matching(rows, query);
    const found = answer.rows.map((row) => row.card);
    rest = found.slice(AT_ONCE);
    show(true, found.slice(0, AT_ONCE), rest);
    said.textContent = answer.near ? said.dataset.near : counted(said, found.length).replace("{all}", rows.length);
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
  clearsByKey(input, reset);
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
