for (const specimen of document.querySelectorAll("[data-put]")) {
  for (const [selector, attribute, value] of JSON.parse(specimen.dataset.put)) {
    const element = selector ? specimen.querySelector(selector) : specimen;
    if (value === null) element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
  }
}
document.documentElement.dataset.gallery = "ready";
