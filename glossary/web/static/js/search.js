// Answers while one types. Without this script the form answers by itself.

const DELAY = 60; // milliseconds of rest before a question is sent
const LIMIT = 12;
const WHOLE = 0.96; // from this score on a form or full form is written just so

const form = document.querySelector("form.search");
const input = form?.querySelector("input[type=search]");
const panel = document.querySelector("[data-answers]");
const template = document.getElementById("hit");

if (input && panel && template) {
  const labels = JSON.parse(document.getElementById("labels").textContent);
  const title = panel.querySelector(".count");
  const list = panel.querySelector(".hits");
  const nothing = panel.querySelector(".nothing");
  const absent = panel.querySelector(".absent");
  const doors = document.querySelector("[data-doors]");
  let timer = 0;
  let running = null;

  const fill = (item, name, text) => {
    const place = item.querySelector(`.${name}`);
    place.textContent = text;
    place.hidden = !text;
  };

  const toItem = (hit) => {
    const item = template.content.firstElementChild.cloneNode(true);
    const { term } = hit;
    const link = item.querySelector("a");
    const address = new URL(`/sigle/${encodeURIComponent(term.short_form)}`, location.href);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) address.searchParams.set("lang", lang);
    address.hash = term.id;
    link.href = address.href;
    fill(item, "form", term.short_form);
    fill(item, "full", term.full_form || labels.kind[term.kind]);
    fill(item, "definition", term.definition);
    fill(item, "domain", labels.domain[term.domain]);
    fill(item, "matched", hit.matched === "exact" ? "" : labels.match[hit.matched]);
    item.querySelector(".collection").hidden = !term.collection;
    if (term.full_form) item.querySelector(".full").lang = term.lang;
    return item;
  };

  const show = (hits) => {
    const { none, one, many } = title.dataset;
    title.textContent = !hits.length ? none : hits.length === 1 ? one : many.replace("{n}", hits.length);
    list.replaceChildren(...hits.map(toItem));
    nothing.hidden = hits.length > 0;
    absent.hidden = hits.some((hit) => hit.score >= WHOLE && !hit.term.collection);
    const address = new URL(absent.querySelector("a").href);
    address.searchParams.set("sigle", input.value.trim());
    absent.querySelector("a").href = address.href;
  };

  const remember = (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };

  const ask = async () => {
    running?.abort();
    const query = input.value.trim();
    panel.hidden = !query;
    if (doors) doors.hidden = Boolean(query);
    remember(query);
    if (!query) return;
    running = new AbortController();
    try {
      const address = `/api/v1/lookup?${new URLSearchParams({ q: query, limit: LIMIT })}`;
      const answer = await fetch(address, { signal: running.signal });
      if (!answer.ok) throw new Error(answer.status);
      show((await answer.json()).hits);
    } catch (error) {
      if (error.name !== "AbortError") title.textContent = title.dataset.failed;
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });

  // Arrows lead from the box into the answers and back.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    const next = stops[here + (event.key === "ArrowDown" ? 1 : -1)];
    if (here < 0 || !next || panel.hidden) return;
    event.preventDefault();
    next.focus();
  });
}
