"use strict";
(() => {
  const root = document.documentElement;
  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const words = JSON.parse(one("#words").textContent);
  const templates = JSON.parse(one("#templates").textContent);
  const form = one("#filter");
  const pairs = all(".pair");
  const notes = all(".n").map((element) => ({
    element,
    rule: element.dataset.r,
    severity: element.classList[1],
    known: element.classList.contains("known"),
    pair: element.closest(".pair"),
    row: element.closest(".r"),
  }));
  const memory = new WeakMap();
  const rowsOfPair = new Map();
  const rowsOf = (pair) => {
    if (!rowsOfPair.has(pair)) rowsOfPair.set(pair, all(".r:not(.heads)", pair));
    return rowsOfPair.get(pair);
  };
  let narrowed = false;
  const textOf = (element) => {
    if (!memory.has(element)) memory.set(element, element.textContent.toLowerCase());
    return memory.get(element);
  };

  /* ---- language ---- */
  function speak(language) {
    const table = words[language];
    if (!table) return;
    root.lang = language;
    for (const element of all("[data-i]")) element.textContent = table[element.dataset.i];
    for (const name of ["aria-label", "placeholder"])
      for (const element of all(`[data-i-${name}]`))
        element.setAttribute(name, table[element.getAttribute(`data-i-${name}`)]);
    for (const element of all("[data-ui]")) element.lang = language;
    for (const link of all("a[data-file]")) link.search = `?lang=${language}`;
    for (const button of all(".langs button"))
      button.setAttribute("aria-pressed", String(button.lang === language));
    for (const element of [...pairs, ...all(".r"), ...all(".n")]) memory.delete(element);
    show();
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
      && (!state.query || textOf(note.element).includes(state.query)
        || (note.row && textOf(note.row).includes(state.query))
        || textOf(one("summary", note.pair)).includes(state.query));
  }
  function show() {
    const state = wanted();
    if (!state) return;
    const counts = new Map();
    const rows = new Set();
    let shown = 0;
    for (const note of notes) {
      const fits = matches(note, state);
      note.element.hidden = !fits;
      if (!fits) continue;
      shown += 1;
      counts.set(note.pair, (counts.get(note.pair) || 0) + 1);
      if (note.row) rows.add(note.row);
    }
    let visible = 0;
    for (const pair of pairs) {
      const found = state.onlyText && (!state.page || pair.id === state.page)
        && textOf(pair).includes(state.query);
      pair.hidden = state.active && !counts.has(pair) && !found;
      if (!pair.hidden) visible += 1;
      if (!state.active && !narrowed) continue;
      for (const row of rowsOf(pair))
        row.hidden = state.active && !pair.hidden && !rows.has(row)
          && !(state.query && textOf(row).includes(state.query))
          && !(state.page && !state.query && !state.rule && severitiesAll(state));
    }
    narrowed = state.active;
    if (state.active && visible <= 12) for (const pair of pairs) if (!pair.hidden) pair.open = true;
    one("#nothing").hidden = visible > 0;
    one("#showing").textContent = templates.showing[root.lang]
      .replace("{shown}", shown).replace("{all}", notes.length).replace("{pages}", counts.size);
  }
  const severitiesAll = (state) => state.severities.size === 3 && !state.fresh;
  if (form) {
    form.hidden = false;
    let timer = 0;
    for (const kind of ["input", "change"])
      form.addEventListener(kind, () => { clearTimeout(timer); timer = setTimeout(show, 120); });
    form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
    form.addEventListener("reset", () => setTimeout(show, 0));
    const toggle = (open) => () => { for (const pair of pairs) if (!pair.hidden) pair.open = open; };
    one("#open").addEventListener("click", toggle(true));
    one("#close").addEventListener("click", toggle(false));
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
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest(".pair")) return;
    if (form && (target.hidden || target.closest("[hidden]"))) { form.reset(); show(); }
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
    closed = all("details:not([open])").filter((box) => one(".n", box));
    for (const box of closed) box.open = true;
  });
  addEventListener("afterprint", () => { for (const box of closed) box.open = false; });

  let saved = new URLSearchParams(location.search).get("lang");
  try { saved ||= localStorage.getItem("kielipari-language"); } catch { /* as above */ }
  if (saved && saved !== root.lang && words[saved]) speak(saved); else show();
  reveal();
})();
