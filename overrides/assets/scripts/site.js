"use strict";
// What scripts add to a page that is whole without them. Nothing is stored, and nothing leaves the page.

// --- a copy of a page can be read long after it was built: compare each deadline with the reader's clock
for (const note of document.querySelectorAll("[data-ends]")) {
  if (Date.now() > Date.parse(note.dataset.ends)) {
    note.hidden = false;
    note.parentElement.classList.add("ec-is-over");
  }
}

// --- what is true only by the reader's clock: a record to which nothing was added for long, an action that ended since
for (const place of document.querySelectorAll("[data-old-from]")) {
  if (Date.now() > Date.parse(place.dataset.oldFrom)) {
    const banner = document.createElement("p");
    banner.className = "ec-banner ec-banner--old";
    banner.textContent = place.dataset.old;
    place.prepend(banner);
  }
}

// --- the search box: what is typed leads to the search page behind the # of its address, which is sent to no server;
// from a disk no search runs
const box = document.querySelector(".ec-search-box input");
if (box && location.protocol.startsWith("http")) {
  const link = box.nextElementSibling;
  const page = link.href;
  box.addEventListener("input", () => {
    const query = box.value.trim();
    link.href = query ? `${page}#${new URLSearchParams({ q: query })}` : page;
  });
  box.addEventListener("keydown", (event) => {
    // While characters are being composed, the key accepts them; Safari says so by the number alone.
    if (event.key === "Enter" && !event.isComposing && event.keyCode !== 229) link.click();
  });
  box.hidden = false;
} else {
  box?.remove();
}

// --- copying
const textOf = (sheet) =>
  [...sheet.querySelectorAll("p:not(.ec-letter__address)")].map((paragraph) => paragraph.innerText).join("\n\n");

async function copy(text) {
  try {
    return await navigator.clipboard.writeText(text);
  } catch {
    // Over plain http a browser has no clipboard object, and a reader may have forbidden its use.
  }
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

for (const button of document.querySelectorAll(".ec-copy")) {
  const part = button.closest(".ec-letter, .ec-share");
  const shut = button.closest("[hidden]");
  if (shut) shut.hidden = false;
  button.addEventListener("click", async () => {
    const sheet = part.querySelector(".ec-letter__sheet");
    await copy(button.dataset.copy || (sheet ? textOf(sheet) : part.querySelector("textarea").value));
    part.querySelector(".ec-done").textContent = button.dataset.copied;
  });
}

// --- addresses of feeds: a button that copies, which without scripts is not there
for (const place of document.querySelectorAll("[data-copy-label]")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "ec-button";
  said.className = "ec-done";
  button.textContent = place.dataset.copyLabel;
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await copy(place.dataset.copy);
    said.textContent = place.dataset.copied;
  });
  const item = document.createElement("li");
  item.append(button, said);
  place.prepend(item);
}

// --- a letter alone on paper: its note is open while it is printed
for (const button of document.querySelectorAll(".ec-print")) {
  const note = button.parentElement;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    note.open = true;
    addEventListener("afterprint", () => (note.open = false), { once: true });
    print();
  });
}

// --- the letter tool: one letter at a time, with the reader's name in it
const tool = document.querySelector(":not(.ec-is-over) > #letter-tool");
if (tool) {
  const [recipient, language] = tool.querySelectorAll("select");
  const name = tool.querySelector("input");
  const letters = [...document.querySelectorAll(".ec-letter")];
  const limit = Number(tool.dataset.limit);

  for (const letter of letters) {
    const line = letter.querySelector(".ec-letter__name");
    line.dataset.empty = line.textContent;
    const mail = letter.querySelector(".ec-mail");
    if (mail) mail.dataset.empty = mail.href;
  }

  const sign = (letter) => {
    const line = letter.querySelector(".ec-letter__name");
    const signed = name.value.trim() || line.dataset.empty;
    line.textContent = signed;
    const mail = letter.querySelector(".ec-mail");
    const note = letter.querySelector(".ec-mail-too-long");
    if (!mail || !note) return;
    const whole = mail.dataset.empty.replaceAll(encodeURIComponent(line.dataset.empty), encodeURIComponent(signed));
    note.hidden = whole.length <= limit;
    mail.href = note.hidden ? whole : whole.split("&body=")[0];
  };

  const choose = () => {
    const there = letters.filter((letter) => letter.dataset.recipient === recipient.value);
    for (const option of language.options) {
      option.disabled = !there.some((letter) => letter.dataset.language === option.value);
    }
    if (language.selectedOptions[0]?.disabled) language.value = there[0].dataset.language;
    for (const letter of letters) {
      letter.hidden = letter.dataset.recipient !== recipient.value || letter.dataset.language !== language.value;
    }
    for (const part of document.querySelectorAll(".ec-recipient")) {
      part.hidden = !part.querySelector(`.ec-letter[data-recipient="${CSS.escape(recipient.value)}"]`);
    }
    letters.forEach(sign);
  };

  name.addEventListener("input", () => letters.forEach(sign));
  recipient.addEventListener("change", choose);
  language.addEventListener("change", choose);
  const own = document.documentElement.lang;
  if ([...language.options].some((option) => option.value === own)) language.value = own;
  tool.hidden = false;
  choose();
}
