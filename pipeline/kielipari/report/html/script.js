"use strict";
(() => {
  const root = document.documentElement;
  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const words = JSON.parse(one("#words").textContent);
  const templates = JSON.parse(one("#templates").textContent);
  const form = one("#filter");
  const pairs = all(".pair");
  const made = root.lang;
  let memory = new WeakMap();
  let narrowed = false;

  /* ---- a long report: what stands in a pair waits as text until somebody wants to see it ---- */
  const waiting = new Map();
  const notes = [];
  const notesOf = new Map();
  const NOTE = /<li class="n (\w+)( known)?" id=([\w-]+) data-r="([^"]*)"/g;
  for (const pair of pairs) {
    const later = one(":scope > script", pair);
    if (later) waiting.set(pair, later);
    const found = later
      ? [...later.textContent.matchAll(NOTE)].map((match) => ({
        id: match[3], rule: match[4], severity: match[1], known: Boolean(match[2]), at: match.index }))
      : all(".n", pair).map((element) => ({
        id: element.id, rule: element.dataset.r, severity: element.classList[1],
        known: element.classList.contains("known"), element, row: element.closest(".r") }));
    for (const note of found) note.pair = pair;
    notesOf.set(pair, found);
    notes.push(...found);
  }
  const rowsOfPair = new Map();
  const rowsOf = (pair) => {
    if (!rowsOfPair.has(pair)) rowsOfPair.set(pair, all(".r:not(.heads)", pair));
    return rowsOfPair.get(pair);
  };
  function build(pair) {
    const later = waiting.get(pair);
    if (!later) return false;
    waiting.delete(pair);
    later.insertAdjacentHTML("afterend", later.textContent);
    later.remove();
    for (const note of notesOf.get(pair)) {
      note.element = document.getElementById(note.id);
      note.row = note.element.closest(".r");
      note.element.hidden = Boolean(note.hidden);
    }
    if (root.lang !== made) translate(pair);
    rowsOfPair.delete(pair);
    memory.delete(pair);
    return true;
  }
  document.addEventListener("toggle", (event) => {
    if (event.target.open && build(event.target) && narrowed) show();
  }, true);

  /* ---- what is searched: the text as it is read, of elements and of what waits ---- */
  const SIGNS = { "&lt;": "<", "&gt;": ">", "&#34;": "\"", "&#39;": "'", "&amp;": "&" };
  const read = (markup) => (root.lang === made ? markup
    : markup.replace(/ data-i=(\d+)>[^<]*/g, (_, number) => ">" + words[root.lang][number].replace(/[<>]/g, " ")))
    .replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|#34|#39|amp);/g, (sign) => SIGNS[sign]);
  function waitingText(note) {
    const markup = waiting.get(note.pair).textContent;
    const row = markup.lastIndexOf('<div class="r', note.at);
    if (row < markup.lastIndexOf('<div class="whole"', note.at))
      return read(markup.slice(note.at, markup.indexOf("</li>", note.at)));
    const next = markup.indexOf('<div class="r', note.at);
    return read(markup.slice(row, next < 0 ? undefined : next));
  }
  function textOf(thing) {
    if (!memory.has(thing)) {
      const later = waiting.get(thing);
      const text = later ? one("summary", thing).textContent + read(later.textContent)
        : thing.pair ? waitingText(thing) : thing.textContent;
      memory.set(thing, text.toLowerCase());
    }
    return memory.get(thing);
  }

  /* ---- language ---- */
  function speak(language) {
    const table = words[language];
    if (!table) return;
    root.lang = language;
    translate(document);
    for (const button of all(".langs button"))
      button.setAttribute("aria-pressed", String(button.lang === language));
    memory = new WeakMap();
    show();
  }
  function translate(part) {
    const table = words[root.lang];
    for (const element of all("[data-i]", part)) element.textContent = table[element.dataset.i];
    for (const name of ["aria-label", "placeholder"])
      for (const element of all(`[data-i-${name}]`, part))
        element.setAttribute(name, table[element.getAttribute(`data-i-${name}`)]);
    for (const element of all("[data-ui]", part)) element.lang = root.lang;
    for (const link of all("a[data-file]", part)) link.search = `?lang=${root.lang}`;
  }
  const langs = one(".langs");
  langs.hidden = false;
  langs.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    speak(button.lang);
    try { localStorage.setItem("kielipari-language", button.lang); } catch { /* a file: page may have no storage */ }
  });

  /* ---- filter ---- */
  function wanted() {
    if (!form) return null;
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const state = {
      query: String(data.get("q") || "").trim().toLowerCase(),
      rule: data.get("rule") || "",
      page: data.get("page") || "",
      severities,
      fresh: data.has("new"),
    };
    state.active = Boolean(state.query || state.rule || state.page || state.fresh || severities.size < 3);
    state.onlyText = state.query && !state.rule && !state.fresh && severities.size === 3;
    return state;
  }
  function matches(note, state) {
    return (!state.rule || note.rule === state.rule)
      && (!state.page || note.pair.id === state.page)
      && state.severities.has(note.severity)
      && !(state.fresh && note.known)
      && (!state.query || textOf(note.element || note).includes(state.query)
        || (note.row && textOf(note.row).includes(state.query))
        || textOf(one("summary", note.pair)).includes(state.query));
  }
  function show() {
    const state = wanted();
    if (!state) return;
    const counts = new Map();
    let shown = 0;
    for (const note of notes) {
      note.hidden = !matches(note, state);
      if (note.element) note.element.hidden = note.hidden;
      if (note.hidden) continue;
      shown += 1;
      counts.set(note.pair, (counts.get(note.pair) || 0) + 1);
    }
    const visible = pairs.filter((pair) => {
      const found = state.onlyText && (!state.page || pair.id === state.page)
        && textOf(pair).includes(state.query);
      pair.hidden = state.active && !counts.has(pair) && !found;
      return !pair.hidden;
    });
    if (state.active && visible.length <= 12) for (const pair of visible) open(pair);
    if (state.active || narrowed) {
      const rows = new Set(notes.filter((note) => note.row && !note.hidden).map((note) => note.row));
      for (const pair of pairs)
        for (const row of rowsOf(pair))
          row.hidden = state.active && !pair.hidden && !rows.has(row)
            && !(state.query && textOf(row).includes(state.query))
            && !(state.page && !state.query && !state.rule && severitiesAll(state));
    }
    narrowed = state.active;
    one("#nothing").hidden = visible.length > 0;
    one("#showing").textContent = templates.showing[root.lang]
      .replace("{shown}", shown).replace("{all}", notes.length).replace("{pages}", counts.size);
  }
  const open = (pair) => { build(pair); pair.open = true; };
  const severitiesAll = (state) => state.severities.size === 3 && !state.fresh;
  if (form) {
    form.hidden = false;
    let timer = 0;
    for (const kind of ["input", "change"])
      form.addEventListener(kind, () => { clearTimeout(timer); timer = setTimeout(show, 120); });
    form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    form.addEventListener("reset", () => setTimeout(show, 0));
    const each = (act) => () => { for (const pair of pairs) if (!pair.hidden) act(pair); if (narrowed) show(); };
    one("#open").addEventListener("click", each(open));
    one("#close").addEventListener("click", each((pair) => { pair.open = false; }));
    document.addEventListener("click", (event) => {
      const link = event.target.closest("[data-rule]");
      if (!link) return;
      form.reset();
      form.elements.rule.value = link.dataset.rule;
      setTimeout(show, 0);
    });
  }

  /* ---- deep links ---- */
  function reveal() {
    const name = decodeURIComponent(location.hash.slice(1));
    const inside = waiting.size && notes.find((note) => note.id === name);
    if (inside) build(inside.pair);
    const target = document.getElementById(name);
    if (!target || !target.closest(".pair")) return;
    if (form && (target.hidden || target.closest("[hidden]"))) { form.reset(); show(); }
    build(target.closest(".pair"));
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.focus({ preventScroll: true });
    const go = () => {
      const bar = form && getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
      root.style.scrollPaddingTop = `${bar + 16}px`;
      target.scrollIntoView({ block: target.matches(".n") ? "center" : "start" });
    };
    go();
    /* what comes into view is laid out only then, and may push the target away */
    requestAnimationFrame(() => requestAnimationFrame(go));
  }
  addEventListener("hashchange", reveal);

  /* ---- tooltips stay on the screen and can be sent away, paper shows all ---- */
  for (const kind of ["mouseover", "focusin"])
    document.addEventListener(kind, (event) => {
      const term = event.target.closest?.(".t");
      if (term) term.classList.toggle("end", term.getBoundingClientRect().left > innerWidth - 280);
    });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.activeElement.matches(".t")) document.activeElement.blur();
  });
  let closed = [];
  addEventListener("beforeprint", () => {
    for (const pair of pairs) if (notesOf.get(pair).length) build(pair);
    closed = all("details:not([open])").filter((box) => one(".n", box));
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => { for (const box of closed) box.open = false; });

  let saved = new URLSearchParams(location.search).get("lang");
  try { saved ||= localStorage.getItem("kielipari-language"); } catch { /* as above */ }
  if (saved && saved !== root.lang && words[saved]) speak(saved); else show();
  reveal();
})();
