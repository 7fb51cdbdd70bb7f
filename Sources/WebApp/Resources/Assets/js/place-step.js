// The step that asks where a plan is: a name that is chosen from the list brings the map there, as the button does.
document.addEventListener("kompas-place:chosen", (event) => {
  event.preventDefault();
  document.getElementById("zoek-plaats")?.click();
});
