"use strict";
// What scripts add to a page that is whole without them. Nothing is stored, and nothing leaves the page.

// --- a copy of a page can be read long after it was built: by the reader's clock a deadline has passed, and where it
// stands one sentence takes its place; what has none to say there goes
for (const line of document.querySelectorAll("[data-ends]")) {
  if (Date.now() > Date.parse(line.dataset.ends)) {
    line.parentElement.classList.add("ec-is-over");
    if (line.dataset.passed) line.textContent = line.dataset.passed;
    else line.remove();
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
  const label = box.previousElementSibling;
  const page = link.href;
  box.addEventListener("input", () => {
    const query = box.value.trim();
    link.href = query ? `${page}#${new URLSearchParams({ q: query })}` : page;
  });
  box.addEventListener("keydown", (event) => {
    // While characters are being composed, the key accepts them; Safari says so by the number alone.
    if (event.key === "Enter" && !event.isComposing && event.keyCode !== 229) link.click();
  });
  label.hidden = box.hidden = false;
} else {
  box?.previousElementSibling.remove();
  box?.remove();
}

// --- an element with its properties, and what it holds
const make = (tag, properties = {}, ...held) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...held);
  return made;
};

// --- copying: what was done is said beside the button, to be seen and to be read out
async function copy(text) {
  try {
    return await navigator.clipboard.writeText(text);
  } catch {
    // Over plain http a browser has no clipboard object, and a reader may have forbidden its use.
  }
  const field = make("textarea", { value: text });
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

const copies = (button, text, copied, asked = () => true) => {
  const said = make("span", { className: "ec-done" });
  said.setAttribute("role", "status");
  button.after(said);
  button.addEventListener("click", async () => {
    if (!asked()) return;
    for (const other of document.querySelectorAll(".ec-done")) other.textContent = "";
    await copy(text());
    said.textContent = copied;
    setTimeout(() => (said.textContent = ""), 6000);
  });
};

for (const button of document.querySelectorAll(".ec-share .ec-copy")) {
  const shut = button.closest("[hidden]");
  if (shut) shut.hidden = false;
  const field = button.closest(".ec-share").querySelector("textarea");
  copies(button, () => button.dataset.copy || field.value, button.dataset.copied);
}

// --- the letters: those that the page keeps, with a button that copies; on paper, what the open note is about
for (const kept of document.querySelectorAll(":not(.ec-is-over) > .ec-steps > .ec-kept")) kept.replaceWith(kept.content);
const letters = [...document.querySelectorAll(":not(.ec-is-over) > .ec-steps .ec-letter")];

const textOf = (letter) =>
  [...letter.querySelectorAll(".ec-letter__text")].map((paragraph) => paragraph.innerText).join("\n\n");

for (const letter of letters) {
  const buttons = letter.querySelector(".ec-send");
  if (!buttons) continue;
  const button = make("button", { type: "button", className: "ec-button ec-button--main ec-copy" }, buttons.dataset.copy);
  buttons.prepend(make("li", {}, button));
  copies(button, () => textOf(letter), buttons.dataset.copied);
  const mail = letter.querySelector(".ec-mail");
  // The letter is copied while the link opens a message: one tap for both.
  if (mail) copies(mail, () => textOf(letter), mail.dataset.copied, () => !mail.href.includes("&body="));
}

// --- addresses of feeds: a button that copies, which without scripts is not there
for (const place of document.querySelectorAll("[data-copy-label]")) {
  const button = make("button", { type: "button", className: "ec-button" }, place.dataset.copyLabel);
  place.prepend(make("li", {}, button));
  copies(button, () => place.dataset.copy, place.dataset.copied);
}

for (const button of document.querySelectorAll(".ec-print")) {
  const note = button.parentElement;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    note.open = true;
    addEventListener("afterprint", () => (note.open = false), { once: true });
    print();
  });
}

// --- the letter tool: one letter at a time, with the reader's name, date and address in it
const tool = document.querySelector("#letter-tool");
if (tool && letters.length > 0) {
  const words = tool.dataset;
  const field = (label, control) => make("label", {}, label, control);
  const option = ([value, text]) => make("option", { value, textContent: text });
  const line = () => make("input", { type: "text", autocomplete: "off", spellcheck: false });

  const recipient = make("select", { autocomplete: "off" });
  const language = make("select", { autocomplete: "off" });
  const [name, date, sender] = [line(), line(), make("textarea", { rows: 3, autocomplete: "off", spellcheck: false })];

  // What stands in the letters and links before anything was typed.
  for (const letter of letters) {
    const blanks = letter.querySelectorAll(".ec-letter__name, .ec-letter__date");
    for (const blank of blanks) blank.dataset.empty = blank.textContent;
    const mail = letter.querySelector(".ec-mail");
    if (mail) Object.assign(mail.dataset, { empty: mail.href, mails: mail.textContent });
  }

  const fill = (place, typed) => {
    place.textContent = typed || place.dataset.empty;
    place.classList.toggle("ec-letter__filled", Boolean(typed));
  };
  const address = (mail, named, note) => {
    const signed = encodeURIComponent(named.textContent);
    const whole = mail.dataset.empty.replaceAll(encodeURIComponent(named.dataset.empty), signed);
    const fits = whole.includes("&body=") && whole.length <= Number(words.limit);
    mail.href = fits ? whole : whole.split("&body=")[0];
    mail.textContent = fits ? mail.dataset.mails : mail.dataset.copies;
    note.textContent = fits ? "" : note.dataset.copies;
  };

  // The letter that is shown, and no other: this is done with every key.
  let shown;
  const sign = () => {
    const part = (selector) => shown.querySelector(selector);
    fill(part(".ec-letter__name"), name.value.trim());
    fill(part(".ec-letter__date"), date.value.trim());
    const mail = part(".ec-mail");
    if (mail) address(mail, part(".ec-letter__name"), part(".ec-mail-note"));
    part(".ec-letter__sender")?.remove();
    const lines = make("p", { className: "ec-letter__sender ec-print-only", textContent: sender.value.trim() });
    if (lines.textContent) part(".ec-letter__sheet").prepend(lines);
  };

  // Today as the language of the letter writes it, until somebody writes another day.
  const today = (code) => new Intl.DateTimeFormat(code === "en" ? "en-GB" : code, { dateStyle: "long" }).format();
  let dated = "";
  const show = (chosen) => {
    shown = chosen;
    for (const letter of letters) letter.hidden = letter !== shown;
    if (date.value === dated) date.value = dated = today(chosen.dataset.language);
    const own = chosen.querySelector("[data-sender]");
    if (own) own.before(field(own.dataset.sender, sender));
    sign();
  };
  const choose = () => {
    const there = letters.filter((letter) => letter.dataset.recipient === recipient.value);
    for (const one of language.options) {
      one.disabled = !there.some((letter) => letter.dataset.language === one.value);
    }
    if (language.selectedOptions[0]?.disabled) language.value = there[0].dataset.language;
    show(there.find((letter) => letter.dataset.language === language.value));
  };

  for (const one of [name, date, sender]) one.addEventListener("input", sign);
  for (const one of [recipient, language]) one.addEventListener("change", choose);
  const fields = [field(words.name, name), field(words.date, date)];
  if (letters.length > 1) {
    const links = [...tool.querySelectorAll(".ec-choice a")];
    const offices = [...tool.querySelectorAll(".ec-choice li")].map((one) => [
      one.dataset.recipient,
      one.querySelector(".ec-choice__office").textContent,
    ]);
    const languages = new Map(links.map((link) => [link.dataset.language, link.textContent]));
    recipient.append(...offices.map(option));
    language.append(...[...languages].map(option));
    fields.unshift(field(words.to, recipient), field(words.language, language));
    tool.querySelector(".ec-choice").remove();
  }
  tool.querySelector(".ec-by-hand")?.remove();
  tool.prepend(...fields);
  tool.setAttribute("role", "group");
  tool.setAttribute("aria-label", words.label);
  const first = letters.find((letter) => `#${letter.id}` === location.hash) ?? letters[0];
  recipient.value = first.dataset.recipient;
  language.value = first.dataset.language;
  show(first);
}
