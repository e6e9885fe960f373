// Asks for an unknown form without leaving the text. Without this script the
// form does it in a tab of its own.

for (const form of document.querySelectorAll("form[data-propose]")) {
  form.removeAttribute("target");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const status = form.querySelector("[role=status]");
    const button = form.querySelector("button");
    const fields = new FormData(form);
    const asked = { form: fields.get("short_form"), context: fields.get("context") ?? "" };
    button.disabled = true;
    try {
      const answer = await fetch("/api/v1/proposals", {
        method: "POST",
        headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
        body: JSON.stringify(asked),
      });
      status.textContent = answer.ok ? form.dataset.done : (await answer.json()).detail;
      if (answer.ok) for (const part of form.querySelectorAll("[data-ask]")) part.hidden = true;
      else button.disabled = false;
    } catch {
      status.textContent = form.dataset.failed;
      button.disabled = false;
    }
  });
}
