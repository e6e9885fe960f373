// Takes a file that is dropped anywhere on the form, and shows that it is being
// read. Without this script the browser's own button and progress do.

const form = document.querySelector("form.drop");

if (form) {
  const input = form.querySelector("input[type=file]");
  const zone = form.querySelector(".zone");
  const busy = form.querySelector(".busy");
  const status = form.querySelector("[data-status]");
  const button = form.querySelector("button[type=submit]");

  const rest = () => {
    busy.hidden = true;
    button.disabled = false;
    status.textContent = "";
  };

  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => zone.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });
  form.addEventListener("submit", () => {
    busy.hidden = false;
    button.disabled = true;
    status.textContent = form.dataset.busy;
  });
  // A page that comes back from the history is not reading any more.
  window.addEventListener("pageshow", rest);
}
